import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import {
  ChartSummary,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { VERDICT_ORDER, VERDICT_WORD } from '../../format/verdictWord';
import { VerdictIcon } from '../VerdictShield';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: '0.875rem',
  },
  item: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
  chosen: { fontWeight: 700, textDecoration: 'underline' },
  none: { color: theme.palette.text.secondary },
}));

/**
 * Versions by verdict. Each number leads to the versions behind it; the chosen one leads back to all.
 *
 * @internal
 */
export const VerdictCounts = ({
  counts,
  chosen,
  onlyKnown = false,
  hrefFor,
}: {
  counts: ChartSummary['counts'];
  chosen?: VerdictStatus | null;
  /** Leaves out the verdicts that no version has. */
  onlyKnown?: boolean;
  /** Where a status leads to; null asks for all versions. */
  hrefFor: (status: VerdictStatus | null) => string;
}) => {
  const classes = useStyles();
  return (
    <ul className={classes.root} aria-label="Versions by verdict">
      {VERDICT_ORDER.filter(status => !onlyKnown || counts[status] > 0).map(
        status => (
          <li key={status} className={classes.item}>
            <VerdictIcon status={status} />
            {counts[status] > 0 || status === chosen ? (
              <Link
                to={hrefFor(status === chosen ? null : status)}
                className={status === chosen ? classes.chosen : undefined}
                aria-current={status === chosen ? 'true' : undefined}
              >
                {VERDICT_WORD[status]} {counts[status]}
              </Link>
            ) : (
              <span className={classes.none}>{VERDICT_WORD[status]} 0</span>
            )}
          </li>
        ),
      )}
    </ul>
  );
};
