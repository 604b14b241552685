import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { FreshnessLine } from '../Freshness';
import { VerdictCounts } from '../VerdictCounts';
import { VerdictShield } from '../VerdictShield';
import { stateWords } from './stateWords';

const useStyles = makeStyles(theme => ({
  root: {
    fontSize: '0.875rem',
    '& + &': {
      marginTop: theme.spacing(1.5),
      paddingTop: theme.spacing(1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  quiet: { color: theme.palette.text.secondary },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(0.75),
  },
}));

/**
 * One chart on the card: its newest version's verdict, all versions by verdict, and what keeps it from more.
 *
 * @internal
 */
export const ChartLines = ({
  entityRef,
  chart,
  tabHref,
  onReload,
}: {
  entityRef: string;
  chart: ChartSummary;
  tabHref: (search?: Record<string, string>) => string;
  onReload: () => void;
}) => {
  const classes = useStyles();
  const { chartId, name, newest, counts } = chart;
  const words = stateWords(chart);
  return (
    <div className={classes.root}>
      <div className={classes.line}>
        <span>
          <Link
            to={tabHref({
              chart: chartId,
              ...(newest && { version: newest.digest }),
            })}
          >
            <bdi>{newest ? `${name} ${newest.version}` : name}</bdi>
          </Link>
          {newest && (
            <span className={classes.quiet}>
              {newest.prerelease ? ', pre-release only' : ', newest'}
            </span>
          )}
        </span>
      </div>
      {newest && (
        <div className={classes.line}>
          <VerdictShield verdict={newest.verdict} />
        </div>
      )}
      {words && (
        <div className={classes.line}>
          <span>
            {words} <Link to={tabHref({ chart: chartId })}>See what to do</Link>
          </span>
        </div>
      )}
      {newest && (
        <VerdictCounts
          counts={counts}
          hrefFor={status =>
            tabHref({ chart: chartId, ...(status && { status }) })
          }
        />
      )}
      <FreshnessLine
        entityRef={entityRef}
        chart={chart}
        onRefreshed={onReload}
      />
    </div>
  );
};
