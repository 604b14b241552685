import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import {
  ChartSummary,
  ConsumerRow,
} from 'backstage-plugin-chart-provenance-common';
import { behindWords, FROM_WORD, GATE_WORD } from '../../format/consumerWords';
import { useTabPart } from '../../hooks/useTabPart';
import { CopyButton, EntityName, ExactText, RelativeTime } from '../atoms';
import { DrawerPart } from '../VersionDrawer/DrawerPart';
import { FactList } from '../VersionDrawer/FactList';
import { RunsCell, WhereText } from './consumerCells';
import { PinMark } from './PinMark';

const useStyles = makeStyles(theme => ({
  written: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

/** From what runs to why it is judged so, and to the version that would mend it. */
const Ways = ({
  runs,
  chart: { chartId, newest },
}: {
  runs: NonNullable<ConsumerRow['runs']>;
  chart: ChartSummary;
}) => {
  const { hrefOf } = useTabPart();
  const hrefOfVersion = (version: string) =>
    hrefOf(
      'provenance',
      `?${new URLSearchParams({ chart: chartId, version })}`,
    );
  const { digest, verdict } = runs;
  const cure =
    verdict &&
    verdict.status !== 'verified' &&
    newest?.verdict.status === 'verified' &&
    newest.digest !== digest
      ? newest
      : undefined;
  return (
    <>
      {cure && (
        <div>
          <strong>What to do:</strong> move it to{' '}
          <Link to={hrefOfVersion(cure.digest)}>
            <bdi>{cure.version}</bdi>
          </Link>
          , which is verified
        </div>
      )}
      {verdict && digest && (
        <div>
          <Link to={hrefOfVersion(digest)}>Show the proof</Link>
        </div>
      )}
    </>
  );
};

const RunsFact = ({
  runs,
  chart,
}: Pick<ConsumerRow, 'runs'> & { chart: ChartSummary }) =>
  runs ? (
    <>
      <RunsCell runs={runs} />
      {runs.verdict && runs.verdict.status !== 'verified' && (
        <div>{runs.verdict.reason.message}</div>
      )}
      {runs.since && (
        <div>
          deployed <RelativeTime at={runs.since} />
        </div>
      )}
      <Ways runs={runs} chart={chart} />
    </>
  ) : (
    <>Nothing says what runs: it has no status of its own.</>
  );

const SeenFact = ({ seenAt, stale }: Pick<ConsumerRow, 'seenAt' | 'stale'>) => (
  <>
    <RelativeTime at={seenAt} />
    {stale && '; its source could not be read since, so this is from before'}
  </>
);

const Written = ({ written }: Pick<ConsumerRow, 'written'>) => {
  const classes = useStyles();
  return (
    <div className={classes.written}>
      <ExactText>{written}</ExactText>
      <CopyButton text={written} label="reference as written" />
    </div>
  );
};

/**
 * What is known of a consumer, what it wrote to the letter.
 *
 * @internal
 */
export const ConsumerFacts = ({
  row,
  chart,
}: {
  row: ConsumerRow;
  chart: ChartSummary;
}) => (
  <DrawerPart title="Consumer">
    <FactList
      facts={[
        ['Where', <WhereText where={row.where} />],
        ['Namespace', row.namespace && <bdi>{row.namespace}</bdi>],
        ['Environment', row.environment ?? 'none that is configured'],
        [
          'Deployed by',
          row.entityRef ? (
            <EntityName entityRef={row.entityRef} />
          ) : (
            'nobody knows which component'
          ),
        ],
        [
          'Owner',
          row.owner ? <EntityName entityRef={row.owner} /> : 'not known',
        ],
        ['Wants', <Written written={row.written} />],
        ['From', FROM_WORD[row.from]],
        ['Runs', <RunsFact runs={row.runs} chart={chart} />],
        ['Behind', behindWords(row.behind) ?? 'it cannot be told'],
        ['Pin', <PinMark row={row} />],
        [
          'Gate',
          `${GATE_WORD[row.gate.strength] ?? row.gate.strength}: ${
            row.gate.message
          }`,
        ],
        ['Last seen', <SeenFact seenAt={row.seenAt} stale={row.stale} />],
      ]}
    />
  </DrawerPart>
);
