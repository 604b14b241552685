import { KeyboardEvent, useCallback } from 'react';

const PAGE = 10;

/**
 * Moves through a list of `count` rows by keyboard: up, down, Page Up, Page Down, Home, End; Enter opens.
 *
 * @internal
 */
export function useRowKeys(options: {
  count: number;
  active: number;
  onMove: (index: number) => void;
  onOpen: (index: number) => void;
}): (event: KeyboardEvent<HTMLElement>) => void {
  const { count, active, onMove, onOpen } = options;
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const target = moved(event.key, active, count);
      if (count === 0) {
        return;
      }
      if (target !== undefined) {
        event.preventDefault();
        // From a link inside a row: the row may scroll away, the table stays.
        event.currentTarget.focus({ preventScroll: true });
        onMove(Math.max(0, Math.min(count - 1, target)));
      } else if (
        event.key === 'Enter' &&
        event.target === event.currentTarget
      ) {
        // Enter on a link or button inside a row belongs to that link or button.
        event.preventDefault();
        onOpen(active);
      }
    },
    [count, active, onMove, onOpen],
  );
}

function moved(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + PAGE;
    case 'PageUp':
      return active - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
