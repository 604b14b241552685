import { Button, InputBase, makeStyles } from '@material-ui/core';
import { InventoryPage } from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { Unclaimed } from '../../hooks/useUnclaimed';
import { Notice } from '../../states';
import { usePanelStyles } from '../Panel';
import { UnclaimedRow } from './UnclaimedRow';
import { ChosenOwners } from './useChosenOwners';

const useStyles = makeStyles(theme => ({
  filter: {
    width: 280,
    padding: theme.spacing(0, 1),
    marginBottom: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.paper,
    fontSize: '0.875rem',
  },
  pages: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 3),
    fontSize: '0.8125rem',
  },
}));

/**
 * The box that narrows the list by reference.
 *
 * @internal
 */
export const UnclaimedFilter = ({
  text,
  onText,
}: {
  text: string;
  onText: (text: string) => void;
}) => {
  const classes = useStyles();
  return (
    <InputBase
      className={classes.filter}
      type="search"
      value={text}
      placeholder="Filter by reference"
      inputProps={{ 'aria-label': 'Filter by reference' }}
      onChange={event => onText(event.target.value)}
    />
  );
};

const Empty = ({
  page,
  filter,
  onClear,
}: {
  page: InventoryPage;
  filter: string;
  onClear: () => void;
}) => {
  const unread = page.listings.filter(
    ({ problem, lastSuccessAt }) => problem || !lastSuccessAt,
  );
  if (filter) {
    return (
      <Notice
        severity="info"
        title="No unclaimed chart matches"
        next="Widen the filter."
        action={
          <Button size="small" onClick={onClear}>
            Clear the filter
          </Button>
        }
      />
    );
  }
  return unread.length > 0 || page.listings.length === 0 ? (
    <Notice
      severity="warning"
      title="No unclaimed chart is known, but not every place was listed"
      next="See below what keeps each place from being listed."
    >
      {page.listings.length === 0
        ? 'Nothing is listed at all.'
        : `${countWords(
            unread.length,
            'place',
          )} could not be listed or is not listed yet.`}
    </Notice>
  ) : (
    <Notice
      severity="info"
      title="Every chart that is known has an owner"
      next="Nothing."
    >
      {countWords(page.counts.charts, 'chart')} known, all owned.
    </Notice>
  );
};

/**
 * One page of charts that nobody owns.
 *
 * @internal
 */
export const UnclaimedList = ({
  value,
  unclaimed,
  owners,
  filter,
  onClear,
}: {
  value: InventoryPage;
  unclaimed: Unclaimed;
  owners: ChosenOwners;
  filter: string;
  onClear: () => void;
}) => {
  const classes = useStyles();
  const panel = usePanelStyles();
  const { page, next, previous, loading } = unclaimed;
  if (value.items.length === 0 && page === 1) {
    return <Empty page={value} filter={filter} onClear={onClear} />;
  }
  return (
    <>
      <table className={panel.table} aria-label="Unclaimed charts">
        <thead>
          <tr>
            <th scope="col">Select</th>
            <th scope="col">Chart</th>
            <th scope="col">Why</th>
            <th scope="col">Consumers</th>
            <th scope="col">Versions</th>
            <th scope="col">Signer</th>
            <th scope="col">Who might own it</th>
          </tr>
        </thead>
        <tbody>
          {value.items.map(chart => (
            <UnclaimedRow key={chart.id} chart={chart} owners={owners} />
          ))}
        </tbody>
      </table>
      <div className={classes.pages}>
        <Button size="small" disabled={!previous || loading} onClick={previous}>
          Previous
        </Button>
        <span>
          Page {page}: {value.items.length} of{' '}
          {countWords(value.total, 'chart')}
        </span>
        <Button size="small" disabled={!next || loading} onClick={next}>
          Next
        </Button>
      </div>
    </>
  );
};
