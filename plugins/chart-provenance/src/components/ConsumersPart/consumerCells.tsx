import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { behindWords, GATE_WORD } from '../../format/consumerWords';
import { countWords } from '../../format/countWords';
import { shortDigest } from '../../format/shortDigest';
import { Digest, EntityName, SafeLink } from '../atoms';
import { BriefShield } from '../VerdictShield';
import { Nothing } from '../VersionTable/marks';
import { useConsumerTableStyles } from './useConsumerTableStyles';

/**
 * Where a consumer was found: its file or cluster, linked when there is a plain link.
 *
 * @internal
 */
export const WhereText = ({ where }: Pick<ConsumerRow, 'where'>) => {
  const { title, cluster, path, href } = where;
  const text = [
    title,
    path,
    cluster && !title.includes(cluster) && `deploys to ${cluster}`,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <SafeLink href={href}>
      <bdi>{text}</bdi>
    </SafeLink>
  );
};

/**
 * What is asked for: the version or digest, then the reference as written, the whole of which is on hover and in the drawer.
 *
 * @internal
 */
export const WantsCell = ({
  row,
}: {
  row: Pick<ConsumerRow, 'wants' | 'written'>;
}) => {
  const classes = useConsumerTableStyles();
  const { wants, written } = row;
  const short = wants.digest ? shortDigest(wants.digest) : wants.version;
  return (
    <div title={written}>
      {short && (
        <div className={classes.short}>
          <bdi>{short}</bdi>
        </div>
      )}
      <span className={classes.written}>
        <bdi>{written}</bdi>
      </span>
    </div>
  );
};

/**
 * What runs, by the consumer's own status, and what that is worth.
 *
 * @internal
 */
export const RunsCell = ({ runs }: Pick<ConsumerRow, 'runs'>) => {
  if (!runs) {
    return <Nothing>Nothing says what runs</Nothing>;
  }
  return (
    <>
      <div>
        <bdi>{runs.version ?? 'version not recorded'}</bdi>{' '}
        {runs.digest && <Digest digest={runs.digest} />}
      </div>
      <BriefShield
        verdict={runs.verdict}
        note={runs.note}
        version={runs.version}
      />
    </>
  );
};

/**
 * What checks signatures before the chart gets there; the whole sentence is on hover and in the drawer.
 *
 * @internal
 */
export const GateCell = ({ gate }: Pick<ConsumerRow, 'gate'>) => (
  <span title={gate.message}>{GATE_WORD[gate.strength] ?? gate.strength}</span>
);

/**
 * How far behind the newest release.
 *
 * @internal
 */
export const BehindCell = ({ behind }: Pick<ConsumerRow, 'behind'>) => {
  const words = behindWords(behind);
  return words ? <>{words}</> : <Nothing>It cannot be told</Nothing>;
};

/**
 * The entity that deploys.
 *
 * @internal
 */
export const DeployerCell = ({ entityRef }: Pick<ConsumerRow, 'entityRef'>) =>
  entityRef ? (
    <EntityName entityRef={entityRef} />
  ) : (
    <Nothing>Nobody knows which component deploys this</Nothing>
  );

/**
 * How many findings there are; the first one is on hover, all of them in the drawer.
 *
 * @internal
 */
export const FindingsCell = ({
  findings,
  stale,
}: Pick<ConsumerRow, 'findings' | 'stale'>) => {
  const classes = useConsumerTableStyles();
  if (findings.length === 0 && !stale) {
    return <Nothing>No findings</Nothing>;
  }
  return (
    <>
      {findings.length > 0 && (
        <div title={findings[0].message}>
          {countWords(findings.length, 'finding')}
        </div>
      )}
      {stale && (
        <div
          className={classes.quiet}
          title="Its source could not be read since: this is from before"
        >
          stale
        </div>
      )}
    </>
  );
};
