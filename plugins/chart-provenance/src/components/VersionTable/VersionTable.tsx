import { useVirtualizer } from '@tanstack/react-virtual';
import { VersionRow } from 'backstage-plugin-chart-provenance-common';
import { RefObject, useCallback, useEffect, useState } from 'react';
import { SameVersion } from '../../format/sameVersion';
import { useRowKeys } from '../../hooks/useRowKeys';
import { HEADER_HEIGHT, ROW_HEIGHT, useTableStyles } from './useTableStyles';
import { VersionTableRow } from './VersionTableRow';

const COLUMNS = [
  'Version',
  'Digest',
  'Verdict',
  'Tags',
  'SBOM',
  'Provenance',
  'Published',
];

/**
 * What the table shows and whom it tells.
 *
 * @internal
 */
export interface VersionTableProps {
  rows: VersionRow[];
  /** Versions published more than once with different charts. */
  sameVersions: ReadonlyMap<string, SameVersion>;
  /** Digest of the version whose drawer is open. */
  open: string | null;
  /** The element that takes the keyboard; the drawer gives the focus back to it. */
  focusRef: RefObject<HTMLDivElement>;
  /** Query string that opens a version. */
  searchFor: (digest: string) => string;
  /** Query string that opens a version at its SBOM. */
  sbomSearchFor: (digest: string) => string;
  onOpen: (digest: string) => void;
}

/**
 * The versions of a chart. Only the rows in view are in the document, so that thousands scroll smoothly; the keyboard
 * moves an active row that the table points at, and Enter opens it.
 *
 * @internal
 */
export const VersionTable = (props: VersionTableProps) => {
  const classes = useTableStyles();
  const { rows, sameVersions, open, focusRef, onOpen } = props;
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, rows.length - 1);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => focusRef.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => rows[index].digest,
    overscan: 8,
    // The sticky header takes this much of the view.
    scrollPaddingEnd: HEADER_HEIGHT,
  });

  const openAt = useCallback(
    (index: number) => {
      setActive(index);
      onOpen(rows[index].digest);
    },
    [rows, onOpen],
  );
  const handleKeys = useRowKeys({
    count: rows.length,
    active,
    onMove: index => {
      setActive(index);
      virtualizer.scrollToIndex(index);
    },
    onOpen: openAt,
  });

  // The drawer can move on to the next version: the active row follows, so that closing it lands there.
  useEffect(() => {
    const index = open ? rows.findIndex(row => row.digest === open) : -1;
    if (index >= 0) {
      setActive(index);
    }
  }, [open, rows]);

  return (
    <div
      ref={focusRef}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label="Versions"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={
        rows[active] ? rowId(rows[active].digest) : undefined
      }
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
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <VersionTableRow
            key={rows[index].digest}
            id={rowId(rows[index].digest)}
            row={rows[index]}
            sameVersion={sameVersions.get(rows[index].digest)}
            index={index}
            top={start}
            active={index === active}
            open={rows[index].digest === open}
            search={props.searchFor(rows[index].digest)}
            sbomSearch={props.sbomSearchFor(rows[index].digest)}
            onOpen={openAt}
          />
        ))}
      </div>
    </div>
  );
};

function rowId(digest: string): string {
  return `chart-version-${digest}`;
}
