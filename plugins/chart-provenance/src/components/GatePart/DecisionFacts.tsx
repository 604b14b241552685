import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import {
  GateLogRow,
  GateRequirements,
} from 'backstage-plugin-chart-provenance-common';
import { durationWords, enforcedWords } from '../../format/gateWords';
import { isEntityRef } from '../../format/isEntityRef';
import { VERDICT_WORD } from '../../format/verdictWord';
import { useTabHref } from '../../hooks/useTabHref';
import {
  CopyButton,
  Digest,
  EntityName,
  ExactText,
  RelativeTime,
} from '../atoms';
import { DecisionMark, DecisionReasons } from '../GateAnswer';
import { DrawerPart } from '../VersionDrawer/DrawerPart';
import { FactList } from '../VersionDrawer/FactList';
import { VerdictIcon } from '../VerdictShield';
import { OfflineFact } from './OfflineFact';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

const ToVersion = ({
  owner,
  chartId,
  digest,
}: {
  owner: string;
  chartId: string;
  digest: string;
}) => {
  const tabHref = useTabHref(owner);
  return (
    <Link to={tabHref({ chart: chartId, version: digest }, 'provenance')}>
      Show the proof
    </Link>
  );
};

const Verdict = ({ row }: { row: GateLogRow }) => {
  const classes = useStyles();
  const { verdict, entityRef, chartId, digest } = row;
  return (
    <>
      {verdict ? (
        <div className={classes.line}>
          <VerdictIcon status={verdict} />
          {VERDICT_WORD[verdict]}
        </div>
      ) : (
        'nothing is known of these bytes'
      )}
      {isEntityRef(entityRef) && chartId && digest && (
        <div>
          <ToVersion owner={entityRef} chartId={chartId} digest={digest} />
        </div>
      )}
    </>
  );
};

function blocksWords(row: GateLogRow): string {
  if (row.dryRun) {
    return 'a dry run: nothing may be promoted on it';
  }
  if (!row.enforced) {
    return `${enforcedWords(row)}, so the caller went on whatever it says`;
  }
  return row.proceed ? 'the caller may go on' : 'the caller was stopped';
}

/** What a caller added, in words; null when nothing. */
function requireWords(require: GateRequirements | null): string | null {
  if (!require) {
    return null;
  }
  const { policies = [], attestations = [], digest, maxAgeSeconds } = require;
  const parts = [
    policies.length > 0 && `policies ${policies.join(', ')}`,
    attestations.length > 0 && `attested: ${attestations.join(', ')}`,
    digest && 'a digest in the reference',
    maxAgeSeconds !== undefined &&
      `evidence at most ${durationWords(maxAgeSeconds)} old`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : null;
}

const Written = ({ text, label }: { text: string; label: string }) => {
  const classes = useStyles();
  return (
    <div className={classes.line}>
      <ExactText>{text}</ExactText>
      <CopyButton text={text} label={label} />
    </div>
  );
};

const Answer = ({ row }: { row: GateLogRow }) => (
  <FactList
    facts={[
      ['Decision', <DecisionMark decision={row.decision} />],
      ['Effect', blocksWords(row)],
      ['Decided', <RelativeTime at={row.decidedAt} />],
      ['Counts until', row.expiresAt && <RelativeTime at={row.expiresAt} />],
      ['Made offline', row.offline && <OfflineFact note={row.offline} />],
    ]}
  />
);

const Question = ({ row }: { row: GateLogRow }) => (
  <FactList
    facts={[
      [
        'Reference',
        <Written text={row.reference} label="reference as asked" />,
      ],
      ['Environment', <bdi>{row.environment}</bdi>],
      ['Asked by', row.caller ? <bdi>{row.caller}</bdi> : 'not yours to see'],
      [
        'Added by the caller',
        requireWords(row.require) && <bdi>{requireWords(row.require)}</bdi>,
      ],
    ]}
  />
);

const Basis = ({ row }: { row: GateLogRow }) => (
  <FactList
    facts={[
      [
        'Resolved to',
        row.resolved ? (
          <Written text={row.resolved} label="resolved reference" />
        ) : (
          'nothing: it could not be told which bytes are meant'
        ),
      ],
      ['Version', row.version && <bdi>{row.version}</bdi>],
      ['Verdict', <Verdict row={row} />],
      [
        'Component',
        row.entityRef ? <EntityName entityRef={row.entityRef} /> : 'not known',
      ],
      ['Policies', <bdi>{row.policies.join(', ') || 'none'}</bdi>],
      [
        'Evidence read',
        row.evidenceAt ? <RelativeTime at={row.evidenceAt} /> : 'never',
      ],
      ['Hash of the policies', <Digest digest={`sha256:${row.policyHash}`} />],
      [
        'Hash of the trust material',
        <Digest digest={`sha256:${row.trustHash}`} />,
      ],
      ['Id', <Written text={row.id} label="id of the decision" />],
    ]}
  />
);

/**
 * A decision, its reasons first, then what was asked and what it stands on.
 *
 * @internal
 */
export const DecisionFacts = ({ row }: { row: GateLogRow }) => (
  <>
    <DrawerPart title="Answer">
      <Answer row={row} />
      {row.reasons.length > 0 && (
        <DecisionReasons
          reasons={row.reasons}
          retryAfterSeconds={row.retryAfterSeconds}
        />
      )}
    </DrawerPart>
    <DrawerPart title="What was asked">
      <Question row={row} />
    </DrawerPart>
    <DrawerPart title="What it stands on">
      <Basis row={row} />
    </DrawerPart>
  </>
);
