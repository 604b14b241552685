import { Link } from '@backstage/core-components';
import {
  ChartOverview,
  ChartSummary,
} from 'backstage-plugin-chart-provenance-common';
import { worstFirst } from '../../format/worstFirst';
import { TabPart } from '../../hooks/useTabPart';
import { FreshnessLine } from '../Freshness';
import { VerdictCounts } from '../VerdictCounts';
import { VerdictShield } from '../VerdictShield';
import { GateLine } from './GateLine';
import { AlarmLine, MigrationLine } from './MigrationLine';
import { MAX_RUNS_LINES, RunsLines } from './RunsLines';
import { stateWords } from './stateWords';
import { UsageLine } from './UsageLine';
import { useCardStyles } from './useCardStyles';

type TabHref = (search?: Record<string, string>, part?: TabPart) => string;

const NewestLines = ({
  chart,
  tabHref,
}: {
  chart: ChartSummary;
  tabHref: TabHref;
}) => {
  const classes = useCardStyles();
  const { chartId, name, newest } = chart;
  return (
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
      {newest && <VerdictShield verdict={newest.verdict} />}
    </div>
  );
};

/**
 * One chart on the card: what runs, its newest version's verdict, all versions by verdict, who uses it, and how far its move is. Without an
 * overview, what the versions say.
 *
 * @internal
 */
export const ChartLines = ({
  entityRef,
  chart,
  overview,
  tabHref,
  onReload,
}: {
  entityRef: string;
  chart: ChartSummary;
  overview?: ChartOverview;
  tabHref: TabHref;
  onReload: () => void;
}) => {
  const classes = useCardStyles();
  const { chartId, newest, counts } = chart;
  const words = stateWords(chart);
  const newestRuns =
    newest !== null &&
    worstFirst(overview?.runs ?? [], MAX_RUNS_LINES).some(
      ({ digest }) => digest === newest.digest,
    );
  return (
    <div className={classes.root}>
      {overview && (
        <RunsLines chart={chart} runs={overview.runs} tabHref={tabHref} />
      )}
      {newest && (
        <GateLine
          entityRef={entityRef}
          chartId={chartId}
          href={tabHref({ chart: chartId }, 'adopt')}
        />
      )}
      {overview?.migration.alarm && (
        <AlarmLine
          alarm={overview.migration.alarm}
          href={tabHref({ chart: chartId }, 'migration')}
        />
      )}
      {newest && !newestRuns && <NewestLines chart={chart} tabHref={tabHref} />}
      {(words || !newest) && (
        <div className={classes.line}>
          <span>
            {!newest && (
              <>
                <bdi>{chart.name}</bdi>:{' '}
              </>
            )}
            {words} <Link to={tabHref({ chart: chartId })}>See what to do</Link>
          </span>
        </div>
      )}
      {newest && (
        <div className={classes.line}>
          <span>All versions:</span>
          <VerdictCounts
            counts={counts}
            onlyKnown
            hrefFor={status =>
              tabHref({ chart: chartId, ...(status && { status }) })
            }
          />
        </div>
      )}
      {overview && (
        <>
          <UsageLine
            usage={overview.usage}
            hrefFor={search =>
              tabHref({ chart: chartId, ...search }, 'consumers')
            }
          />
          <MigrationLine
            migration={overview.migration}
            href={tabHref({ chart: chartId }, 'migration')}
          />
        </>
      )}
      <FreshnessLine
        entityRef={entityRef}
        chart={chart}
        onRefreshed={onReload}
      />
    </div>
  );
};
