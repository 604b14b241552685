import { useEffect, useRef, useState } from 'react';

const SETTLE_MS = 250;

/**
 * The filter box: filters at once, and writes itself into the address bar when the typing pauses.
 *
 * @internal
 */
export function useFilterText({
  filter,
  select,
}: {
  filter: string;
  select: (changes: { filter: string }, options: { replace: boolean }) => void;
}): [string, (text: string) => void] {
  const [text, setText] = useState(filter);
  const written = useRef(filter);

  useEffect(() => {
    // Only what somebody else wrote there; our own echo may be behind the typing.
    if (filter !== written.current) {
      written.current = filter;
      setText(filter);
    }
  }, [filter]);

  useEffect(() => {
    if (text === written.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      written.current = text;
      select({ filter: text }, { replace: true });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, select]);

  return [text, setText];
}
