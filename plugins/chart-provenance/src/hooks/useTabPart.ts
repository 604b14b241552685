import { useCallback } from 'react';
import { useLocation, useParams } from 'react-router-dom';

const PARTS = ['provenance', 'consumers', 'migration', 'adopt'] as const;

/**
 * A part of the entity tab, as it stands in the address.
 *
 * @internal
 */
export type TabPart = (typeof PARTS)[number];

/**
 * The part of the entity tab that the address names, and links to the parts. The bare path, and anything unknown, is
 * `provenance`. Links are made from the address itself, because an operator may put the tab under another path.
 *
 * @internal
 */
export function useTabPart(): {
  part: TabPart;
  /** `search` with its question mark, or empty. */
  hrefOf(part: TabPart, search?: string): string;
} {
  const { pathname } = useLocation();
  const rest = useParams()['*'] ?? pathname;
  const last = rest.replace(/\/+$/, '').split('/').pop();
  const named = PARTS.find(part => part === last);
  const path = pathname.replace(/\/+$/, '');
  const base = named ? path.slice(0, -(named.length + 1)) : path;
  const hrefOf = useCallback(
    (part: TabPart, search = '') => `${base}/${part}${search}`,
    [base],
  );
  return { part: named ?? 'provenance', hrefOf };
}
