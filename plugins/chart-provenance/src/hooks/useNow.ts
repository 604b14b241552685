import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';

/**
 * The time in milliseconds, moving on every half minute so that "2 min ago" stays true.
 *
 * @internal
 */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 30_000);
  return now;
}
