import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Parameters of the address bar to set, or to remove with null or an empty text.
 *
 * @internal
 */
export type AddressChanges = Readonly<Record<string, string | null>>;

/**
 * What the address bar says, for a part whose parameters are its own.
 *
 * @internal
 */
export interface Address {
  params: URLSearchParams;
  /** The query string with some parameters changed, for links. */
  search(changes: AddressChanges): string;
  /** Goes there. `replace` leaves no step in the browser's history. */
  select(changes: AddressChanges, options?: { replace?: boolean }): void;
}

/**
 * Reads and writes parameters of the address bar; those that are not named stay as they are.
 *
 * @internal
 */
export function useAddress(): Address {
  const [params, setParams] = useSearchParams();
  const search = useCallback(
    (changes: AddressChanges) => `?${changed(params, changes)}`,
    [params],
  );
  const select = useCallback(
    (changes: AddressChanges, options?: { replace?: boolean }) =>
      setParams(previous => changed(previous, changes), options),
    [setParams],
  );
  return { params, search, select };
}

function changed(
  params: URLSearchParams,
  changes: AddressChanges,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return next;
}
