import { Link } from '@backstage/core-components';
import AlarmIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  ChartSummary,
  RunningLine,
} from 'backstage-plugin-chart-provenance-common';
import { clusterWords } from '../../format/linesOfUse';
import { worstFirst } from '../../format/worstFirst';
import { NO_ENVIRONMENT } from '../../hooks/filterConsumers';
import { TabPart } from '../../hooks/useTabPart';
import { Digest } from '../atoms';
import { BriefShield, VerdictShield } from '../VerdictShield';
import { useCardStyles } from './useCardStyles';

/**
 * The card is a summary; the tab lists them all.
 *
 * @internal
 */
export const MAX_RUNS_LINES = 3;

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

/** The verdict on what runs; who signed is known here of the newest version alone. */
const Worth = ({ chart, line }: { chart: ChartSummary; line: RunningLine }) => {
  const { newest } = chart;
  const { version, digest, verdict, note } = line;
  return newest &&
    newest.digest === digest &&
    newest.verdict.status === verdict?.status ? (
    <VerdictShield verdict={newest.verdict} />
  ) : (
    <BriefShield verdict={verdict} note={note} version={version} />
  );
};

const RunsLine = ({
  chart,
  line,
  split,
  tabHref,
}: {
  chart: ChartSummary;
  line: RunningLine;
  /** The same version runs with other bytes, too: the digest tells them apart. */
  split: boolean;
  tabHref: TabHref;
}) => {
  const classes = useCardStyles();
  const { chartId, name, newest } = chart;
  const { environment, version, digest } = line;
  const place = environment ?? NO_ENVIRONMENT;
  const those = digest ?? version;
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
        )}
        {digest && newest?.digest === digest && (
          <span className={classes.quiet}>
            {newest.prerelease ? ', pre-release only,' : ', newest,'}
          </span>
        )}{' '}
        {split && digest && (
          <>
            <Digest digest={digest} />{' '}
          </>
        )}
        <Link
          to={tabHref(
            {
              chart: chartId,
              environment: place,
              ...(those && { filter: those }),
            },
            'consumers',
          )}
        >
          {clusterWords(line)}
        </Link>
      </span>
      <Worth chart={chart} line={line} />
      {cure && (
        <Link to={tabHref({ chart: chartId, version: cure.digest })}>
          Move to <bdi>{cure.version}</bdi>, which is verified
        </Link>
      )}
    </div>
  );
};

/**
 * What runs, the most important environment first, in each the worst first.
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
  const more = runs.length - MAX_RUNS_LINES;
  const split = splitVersions(runs);
  const consumers = tabHref({ chart: chart.chartId }, 'consumers');
  return (
    <>
      {worstFirst(runs, MAX_RUNS_LINES).map((line, index) => (
        <RunsLine
          key={index}
          chart={chart}
          line={line}
          split={line.version !== null && split.has(line.version)}
          tabHref={tabHref}
        />
      ))}
      {[...split].map(version => (
        <div key={version} className={classes.alarm}>
          <AlarmIcon aria-hidden="true" />
          <bdi>{version}</bdi> runs with different bytes.{' '}
          <Link to={consumers}>See what to do</Link>
        </div>
      ))}
      {more > 0 && (
        <div className={classes.line}>
          <Link to={consumers}>
            {more === 1 ? 'Runs once more' : `Runs in ${more} more ways`}
          </Link>
        </div>
      )}
    </>
  );
};

/** Versions of which more than one manifest runs. */
function splitVersions(runs: readonly RunningLine[]): Set<string> {
  const digests = new Map<string, Set<string>>();
  for (const { version, digest } of runs) {
    if (version && digest) {
      digests.set(version, (digests.get(version) ?? new Set()).add(digest));
    }
  }
  return new Set(
    [...digests].flatMap(([version, { size }]) => (size > 1 ? [version] : [])),
  );
}
