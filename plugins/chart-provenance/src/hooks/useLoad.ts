import { ErrorLike, toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * The outcome of a load. A value stays while it is loaded again, and while a later try fails: both may be set.
 *
 * @internal
 */
export interface Loaded<T> {
  value?: T;
  error?: ErrorLike;
  loading: boolean;
  reload(): void;
}

interface Outcome<T> {
  key: string;
  value?: T;
  error?: ErrorLike;
}

/**
 * Loads what `key` names, again whenever `key` or `revision` changes or `reload` is called. A value is never shown under
 * another key than its own, however late its answer comes. A `reload` while a load is under way does nothing: a slow
 * backend that is asked again and again would never get to answer.
 *
 * @internal
 */
export function useLoad<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  revision = '',
): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome<T>>();
  const [loading, setLoading] = useState(true);
  const latestLoad = useRef(load);
  latestLoad.current = load;
  const busy = useRef(false);

  useEffect(() => {
    const controller = new AbortController();
    const settle = (next: { value?: T; error?: ErrorLike }) => {
      if (!controller.signal.aborted) {
        busy.current = false;
        setLoading(false);
        setOutcome(previous => ({
          value: previous?.key === key ? previous.value : undefined,
          ...next,
          key,
        }));
      }
    };
    busy.current = true;
    setLoading(true);
    latestLoad
      .current(controller.signal)
      .then(value => settle({ value }))
      .catch((error: unknown) => settle({ error: toError(error) }));
    return () => controller.abort();
  }, [key, revision, attempt]);

  const reload = useCallback(() => {
    if (!busy.current) {
      setAttempt(n => n + 1);
    }
  }, []);
  const own = outcome?.key === key ? outcome : undefined;
  return {
    value: own?.value,
    error: own?.error,
    loading: loading || !own,
    reload,
  };
}
