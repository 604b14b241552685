import { useLocation, useParams } from 'react-router-dom';

const BELOW = ['unclaimed', 'distrust', 'gate', 'lint'] as const;

/**
 * A part of the page for operators; all but the status have a path of their own.
 *
 * @internal
 */
export type OperatorPartId = 'status' | (typeof BELOW)[number];

/**
 * The part that the address names, and links to the parts. Links are made from the address itself, because an operator may put the page
 * under another path.
 *
 * @internal
 */
export function useOperatorPart(): {
  part: OperatorPartId;
  hrefOf(part: OperatorPartId): string;
} {
  const { pathname } = useLocation();
  const rest = (useParams()['*'] ?? pathname).replace(/\/+$/, '');
  const path = pathname.replace(/\/+$/, '');
  const last = rest.split('/').pop();
  const named = BELOW.find(part => part === last);
  const base = named ? path.slice(0, -(named.length + 1)) : path;
  return {
    part: named ?? 'status',
    hrefOf: part => (part === 'status' ? base : `${base}/${part}`),
  };
}
