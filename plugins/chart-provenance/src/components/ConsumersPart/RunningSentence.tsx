import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import {
  ConsumerRow,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { RunsFilter, runsFilterOf } from '../../hooks/filterConsumers';
import { VerdictIcon } from '../VerdictShield';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(0.25, 0, 1),
    fontSize: '0.875rem',
  },
  item: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
}));

/** The worst first, and those of which nothing can be said before those that are fine. */
const ORDER: RunsFilter[] = [
  'rejected',
  'unsigned',
  'indeterminate',
  'unknown',
  'verified',
];

const OUTCOME: Record<VerdictStatus, string> = {
  rejected: 'what is rejected',
  unsigned: 'what is unsigned',
  indeterminate: 'what could not be checked',
  verified: 'what is verified',
};

function wordsOf(runs: RunsFilter, count: number): string {
  const verb = count === 1 ? 'runs' : 'run';
  if (runs === 'unknown') {
    return `${count} without a verdict on what ${
      count === 1 ? 'it runs' : 'they run'
    }`;
  }
  return `${count} ${verb} ${OUTCOME[runs]}`;
}

/**
 * Whether everybody runs what is verified, in a sentence, the worst first; each number leads to those behind it.
 *
 * @internal
 */
export const RunningSentence = ({
  rows,
  hrefFor,
}: {
  rows: readonly ConsumerRow[];
  hrefFor: (runs: RunsFilter) => string;
}) => {
  const classes = useStyles();
  const counts = ORDER.map(
    runs =>
      [runs, rows.filter(row => runsFilterOf(row) === runs).length] as const,
  ).filter(([, count]) => count > 0);
  return (
    <div className={classes.root} role="group" aria-label="What they run">
      {counts.map(([runs, count]) => (
        <span key={runs} className={classes.item}>
          {runs !== 'unknown' && <VerdictIcon status={runs} />}
          <Link to={hrefFor(runs)}>{wordsOf(runs, count)}</Link>
        </span>
      ))}
    </div>
  );
};
