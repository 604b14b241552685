import { useApi } from '@backstage/core-plugin-api';
import { Button, makeStyles } from '@material-ui/core';
import {
  GateLogPage,
  GateLogQuery,
} from 'backstage-plugin-chart-provenance-common';
import { RefObject } from 'react';
import { chartProvenanceApiRef } from '../../api';
import { useMorePages } from '../../hooks/useMorePages';
import { FailureNotice, Notice } from '../../states';
import { usePanelStyles } from '../Panel';
import { LogRow } from './LogRow';
import { GateAddress, NO_FILTERS } from './useGateAddress';

const useStyles = makeStyles(theme => ({
  scroller: {
    overflowX: 'auto',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  more: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    margin: theme.spacing(1, 0),
    fontSize: '0.8125rem',
  },
}));

const Nothing = ({ address }: { address: GateAddress }) =>
  address.narrowed ? (
    <Notice
      severity="info"
      title="No decision matches"
      next="Widen the filters."
      action={
        <Button size="small" onClick={() => address.select(NO_FILTERS)}>
          Clear filters
        </Button>
      }
    />
  ) : (
    <Notice
      severity="info"
      title="The gate was not asked yet"
      next="Let a pipeline ask it before it deploys: the Adopt part of a chart's page has the text. To try it, ask there what the gate would say."
    >
      Every question and its answer stands here, for the charts that you may
      see.
    </Notice>
  );

/**
 * The decisions, newest first, as far as they are loaded.
 *
 * @internal
 */
export const DecisionLog = ({
  page,
  query,
  address,
  listRef,
}: {
  /** The first page. */
  page: GateLogPage;
  query: GateLogQuery;
  address: GateAddress;
  /** Takes the focus when the drawer closes. */
  listRef: RefObject<HTMLDivElement>;
}) => {
  const classes = useStyles();
  const panel = usePanelStyles();
  const api = useApi(chartProvenanceApiRef);
  const pages = useMorePages(page, (cursor, signal) =>
    api.getGateLog({ ...query, cursor }, { signal }),
  );
  const rows = [...page.items, ...pages.rows];
  if (rows.length === 0) {
    return <Nothing address={address} />;
  }
  return (
    <>
      <div ref={listRef} tabIndex={-1} className={classes.scroller}>
        <table className={panel.table} aria-label="Decisions of the gate">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Decision</th>
              <th scope="col">Environment</th>
              <th scope="col">Chart</th>
              <th scope="col">Asked by</th>
              <th scope="col">Owner</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <LogRow
                key={row.id}
                row={row}
                open={row.id === address.decision}
                to={address.search({ decision: row.id })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {pages.error && (
        <FailureNotice
          error={pages.error}
          subject="gateLog"
          onRetry={pages.loadMore}
        />
      )}
      <div className={classes.more}>
        <span>
          {rows.length} shown{pages.more ? '' : ', all there are'}
        </span>
        {pages.more && !pages.error && (
          <Button
            size="small"
            disabled={pages.loading}
            onClick={pages.loadMore}
          >
            {pages.loading ? 'Loading…' : 'Load older ones'}
          </Button>
        )}
      </div>
    </>
  );
};
