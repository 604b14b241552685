import { Button } from '@material-ui/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { SbomPage } from 'backstage-plugin-chart-provenance-common';
import { useEffect, useRef } from 'react';
import { Sbom } from '../../hooks/useSbom';
import { FailureNotice } from '../../states';
import { SbomTableRow } from './SbomTableRow';
import { ROW_HEIGHT, useSbomStyles } from './useSbomStyles';

const COLUMNS = ['Component', 'Version', 'Kind', 'Licences'];

/** So many rows before the end the next page is asked for. */
const AHEAD = 20;

/**
 * The components that are loaded, of which only those in view are in the document. Scrolling to the end loads more, and so does the
 * button.
 *
 * @internal
 */
export const SbomTable = ({ page, sbom }: { page: SbomPage; sbom: Sbom }) => {
  const classes = useSbomStyles();
  const { rows, pages, changing } = sbom;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const compared = page.against !== null;
  const columns = compared ? [...COLUMNS, 'Change'] : COLUMNS;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  const { more, loading, error, loadMore } = pages;
  const nearEnd = last + AHEAD >= rows.length;
  useEffect(() => {
    if (more && nearEnd && !loading && !error && !changing) {
      loadMore();
    }
  }, [more, nearEnd, loading, error, changing, loadMore]);
  const line = `${classes.line} ${compared ? classes.compared : ''}`;
  return (
    <>
      <div
        ref={scrollerRef}
        className={`${classes.scroller} ${changing ? classes.changing : ''}`}
        role="table"
        aria-label="Components"
        aria-rowcount={page.total + 1}
        aria-busy={changing}
        // Scrolled by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div role="rowgroup">
          <div
            role="row"
            aria-rowindex={1}
            className={`${line} ${classes.header}`}
          >
            {columns.map(column => (
              <div key={column} role="columnheader">
                {column}
              </div>
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index, start }) => (
            <SbomTableRow
              key={index}
              row={rows[index]}
              index={index}
              top={start}
              line={line}
              compared={compared}
            />
          ))}
        </div>
      </div>
      <div className={classes.more}>
        {more && (
          <Button size="small" disabled={loading} onClick={loadMore}>
            {loading
              ? 'Reading more…'
              : `More: ${rows.length} of ${page.total}`}
          </Button>
        )}
      </div>
      {error && (
        <FailureNotice error={error} subject="sbom" onRetry={loadMore} />
      )}
    </>
  );
};
