import { useVirtualizer } from '@tanstack/react-virtual';
import { RefObject, useCallback, useMemo, useState } from 'react';
import { useRowKeys } from '../../hooks/useRowKeys';
import { ConsumerHeading } from './ConsumerHeading';
import { ConsumerTableRow } from './ConsumerTableRow';
import { ConsumerLine } from './groupConsumers';
import {
  HEADER_HEIGHT,
  LINE_HEIGHT,
  useConsumerTableStyles,
} from './useConsumerTableStyles';

const COLUMNS = [
  'Consumer',
  'Wants',
  'Runs',
  'Pin',
  'Gate',
  'Behind',
  'Deployed by',
  'Findings',
];

/**
 * Consumers under their headings. Only the lines in view are in the document, so that thousands scroll smoothly; the keyboard moves over
 * the consumers, and Enter opens one.
 *
 * @internal
 */
export const ConsumerTable = ({
  lines,
  open,
  focusRef,
  searchFor,
  onOpen,
}: {
  lines: ConsumerLine[];
  /** Id of the consumer whose drawer is open. */
  open: string | null;
  focusRef: RefObject<HTMLDivElement>;
  /** Query string that opens a consumer. */
  searchFor: (consumer: string) => string;
  onOpen: (consumer: string) => void;
}) => {
  const classes = useConsumerTableStyles();
  const [wanted, setActive] = useState(0);
  const places = useMemo(() => placesOfConsumers(lines), [lines]);
  const active = Math.min(wanted, places.length - 1);
  const activeLine = lines[places[active]];
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => focusRef.current,
    estimateSize: index => LINE_HEIGHT[lines[index].kind],
    getItemKey: index => lines[index].key,
    overscan: 8,
    // The sticky header takes this much of the view.
    scrollPaddingEnd: HEADER_HEIGHT,
  });
  const openAt = useCallback(
    (index: number) => onOpen(lines[places[index]].key),
    [lines, places, onOpen],
  );
  const handleKeys = useRowKeys({
    count: places.length,
    active,
    onMove: index => {
      setActive(index);
      virtualizer.scrollToIndex(places[index]);
    },
    onOpen: openAt,
  });
  return (
    <div
      ref={focusRef}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label="Consumers"
      aria-rowcount={lines.length + 1}
      aria-activedescendant={activeLine && rowId(activeLine.key)}
      onKeyDown={handleKeys}
    >
      <div role="row" aria-rowindex={1} className={classes.header}>
        {COLUMNS.map(column => (
          <div key={column} role="columnheader">
            {column}
          </div>
        ))}
      </div>
      <div
        role="rowgroup"
        className={classes.body}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return line.kind === 'consumer' ? (
            <ConsumerTableRow
              key={line.key}
              id={rowId(line.key)}
              row={line.row}
              rowIndex={index + 2}
              top={start}
              active={line === activeLine}
              open={line.key === open}
              search={searchFor(line.key)}
              onOpen={onOpen}
            />
          ) : (
            <ConsumerHeading
              key={line.key}
              line={line}
              rowIndex={index + 2}
              top={start}
              columns={COLUMNS.length}
            />
          );
        })}
      </div>
    </div>
  );
};

/** Where among the lines each consumer stands. */
function placesOfConsumers(lines: readonly ConsumerLine[]): number[] {
  return lines.flatMap((line, place) =>
    line.kind === 'consumer' ? [place] : [],
  );
}

function rowId(consumer: string): string {
  // A reference to an id ends at a blank, and ids of consumers are the backend's.
  return `chart-consumer-${encodeURIComponent(consumer)}`;
}
