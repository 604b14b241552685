import { RefObject, useEffect, useRef } from 'react';

/**
 * When the drawer closes (`open` becomes null), the keyboard goes on where it was.
 *
 * @internal
 */
export function useFocusOnClose(
  open: string | null,
  listRef: RefObject<HTMLElement>,
): void {
  const wasOpen = useRef(open !== null);
  useEffect(() => {
    if (wasOpen.current && open === null) {
      listRef.current?.focus({ preventScroll: true });
    }
    wasOpen.current = open !== null;
  }, [open, listRef]);
}
