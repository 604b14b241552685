import { ErrorLike, toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Something a reader started that may fail.
 *
 * @internal
 */
export interface Action<A extends unknown[]> {
  busy: boolean;
  /** Why the last run failed; gone when the next one starts. */
  error?: ErrorLike;
  /** True when it succeeded. Does nothing while a run is under way. */
  run(...args: A): Promise<boolean>;
}

/**
 * Runs `act` when asked, one at a time, and keeps why it failed.
 *
 * @internal
 */
export function useAction<A extends unknown[]>(
  act: (...args: A) => Promise<void>,
): Action<A> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorLike>();
  const latest = useRef(act);
  latest.current = act;
  const running = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(async (...args: A) => {
    if (running.current) {
      return false;
    }
    running.current = true;
    setBusy(true);
    setError(undefined);
    let failure: ErrorLike | undefined;
    try {
      await latest.current(...args);
    } catch (cause) {
      failure = toError(cause);
    }
    running.current = false;
    if (mounted.current) {
      setBusy(false);
      setError(failure);
    }
    return !failure;
  }, []);
  return { busy, error, run };
}
