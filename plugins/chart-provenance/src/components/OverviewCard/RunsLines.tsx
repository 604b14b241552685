import { Link } from '@backstage/core-components';
import {
  ChartSummary,
  RunningLine,
} from 'backstage-plugin-chart-provenance-common';
import { clusterWords } from '../../format/linesOfUse';
import { TabPart } from '../../hooks/useTabPart';
import { BriefShield } from '../VerdictShield';
import { useCardStyles } from './useCardStyles';

/** The card is a summary; the tab lists them all. */
const MAX_LINES = 3;

type TabHref = (search?: Record<string, string>, part?: TabPart) => string;

/** The version that would mend a running one that is not verified: a verified newest that does not run there yet. */
function cureFor(chart: ChartSummary, { version, verdict }: RunningLine) {
  const { newest } = chart;
  return verdict &&
    verdict.status !== 'verified' &&
    newest?.verdict.status === 'verified' &&
    newest.version !== version
    ? newest
    : undefined;
}

const RunsLine = ({
  chart,
  line,
  tabHref,
}: {
  chart: ChartSummary;
  line: RunningLine;
  tabHref: TabHref;
}) => {
  const classes = useCardStyles();
  const { chartId, name } = chart;
  const { environment, version, digest, verdict, note } = line;
  const cure = cureFor(chart, line);
  const what = `${name} ${version ?? '(version not recorded)'}`;
  return (
    <div className={classes.line}>
      <span>
        {environment ? (
          <>
            <strong>
              <bdi>{environment}</bdi>
            </strong>{' '}
            runs{' '}
          </>
        ) : (
          'Running: '
        )}
        {digest ? (
          <Link to={tabHref({ chart: chartId, version: digest })}>
            <bdi>{what}</bdi>
          </Link>
        ) : (
          <bdi>{what}</bdi>
        )}{' '}
        {clusterWords(line)}
      </span>
      <BriefShield verdict={verdict} note={note} />
      {cure && (
        <Link to={tabHref({ chart: chartId, version: cure.digest })}>
          Move to <bdi>{cure.version}</bdi>, which is verified
        </Link>
      )}
    </div>
  );
};

/**
 * What runs, the most important environment first.
 *
 * @internal
 */
export const RunsLines = ({
  chart,
  runs,
  tabHref,
}: {
  chart: ChartSummary;
  runs: RunningLine[];
  tabHref: TabHref;
}) => {
  const classes = useCardStyles();
  const more = runs.length - MAX_LINES;
  return (
    <>
      {runs.slice(0, MAX_LINES).map((line, index) => (
        <RunsLine key={index} chart={chart} line={line} tabHref={tabHref} />
      ))}
      {more > 0 && (
        <div className={classes.line}>
          <Link to={tabHref({ chart: chart.chartId }, 'consumers')}>
            {more === 1 ? 'Runs once more' : `Runs in ${more} more ways`}
          </Link>
        </div>
      )}
    </>
  );
};
