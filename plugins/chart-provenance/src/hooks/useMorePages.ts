import { ErrorLike, toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * A page of a longer list.
 *
 * @internal
 */
export interface ListPage<Row> {
  items: Row[];
  nextCursor: string | null;
}

/**
 * A list as far as it is loaded.
 *
 * @internal
 */
export interface MorePages<Row> {
  rows: Row[];
  /** There is more to be had. */
  more: boolean;
  loading: boolean;
  /** Why the next page did not come. The rows before it are shown. */
  error?: ErrorLike;
  /** Loads the next page; does nothing while one is coming, or after the last. */
  loadMore(): void;
}

interface Progress<Row> {
  /** The first page that the others follow. */
  first: ListPage<Row> | undefined;
  rows: Row[];
  cursor: string | null;
  error?: ErrorLike;
}

const NONE: never[] = [];

/**
 * The pages that follow a first one, each when it is asked for. Another first page starts anew, and an answer that comes too late for the
 * one it follows is dropped.
 *
 * @internal
 */
export function useMorePages<Row>(
  first: ListPage<Row> | undefined,
  load: (cursor: string, signal: AbortSignal) => Promise<ListPage<Row>>,
): MorePages<Row> {
  const [progress, setProgress] = useState<Progress<Row>>();
  const [loading, setLoading] = useState(false);
  const running = useRef<AbortController>();
  const latestLoad = useRef(load);
  latestLoad.current = load;
  const own = progress?.first === first ? progress : undefined;
  const cursor = own ? own.cursor : first?.nextCursor ?? null;
  const rows = own?.rows ?? NONE;

  useEffect(
    () => () => {
      running.current?.abort();
      running.current = undefined;
      setLoading(false);
    },
    [first],
  );

  const loadMore = useCallback(() => {
    if (cursor === null || running.current) {
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    setLoading(true);
    const settle = (next: Omit<Progress<Row>, 'first'>) => {
      if (!controller.signal.aborted) {
        running.current = undefined;
        setLoading(false);
        setProgress({ first, ...next });
      }
    };
    latestLoad
      .current(cursor, controller.signal)
      .then(page =>
        settle({ rows: [...rows, ...page.items], cursor: page.nextCursor }),
      )
      .catch((error: unknown) =>
        settle({ rows, cursor, error: toError(error) }),
      );
  }, [first, rows, cursor]);

  return {
    rows,
    more: cursor !== null,
    loading,
    error: own?.error,
    loadMore,
  };
}
