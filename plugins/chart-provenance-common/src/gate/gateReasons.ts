import type { GateActor, GateReason, GateReasonCode } from '../api/gateTypes';
import { REASONS } from '../verdict/reasons';
import type { ReasonCode } from '../verdict/types';

/**
 * What the gate makes of a reason.
 *
 * @public
 */
export interface GateReasonMeaning {
  /** `deny`: somebody has to do something. `undecided`: it may pass by itself. */
  decision: 'deny' | 'undecided';
  /** Seconds after which asking again makes sense; null: nothing changes by itself. */
  retryAfterSeconds: number | null;
  /** Who can usually mend it. */
  who: GateActor['kind'];
  side: GateReason['side'];
  /** One sentence or two: what to do. */
  fix: string;
}

/** What is looked at again is seen within seconds; a registry or root that does not answer is not asked at once. */
const SOON = 10;
const LATER = 30;

type Own = Exclude<GateReasonCode, ReasonCode>;

const OWN: Readonly<Record<Own, GateReasonMeaning>> = {
  'unknown-chart': {
    decision: 'deny',
    retryAfterSeconds: null,
    who: 'caller',
    side: 'caller',
    fix: 'Check the reference. If it is right, ask the operator whether the chart is indexed, and whether you may read its component.',
  },
  'version-not-seen': {
    decision: 'undecided',
    retryAfterSeconds: SOON,
    who: 'caller',
    side: 'store',
    fix: 'Ask again in a moment: the chart is looked at. If it lasts, check that the digest is that of the chart’s own manifest, and that a tag points at it.',
  },
  'tag-not-found': {
    decision: 'deny',
    retryAfterSeconds: null,
    who: 'caller',
    side: 'registry',
    fix: 'Push the version first, or correct the tag.',
  },
  'tag-elsewhere': {
    decision: 'deny',
    retryAfterSeconds: null,
    who: 'caller',
    side: 'registry',
    fix: 'Find out who moved the tag. To go on, name the digest alone, or the one that the tag points at now.',
  },
  'not-pinned': {
    decision: 'deny',
    retryAfterSeconds: null,
    who: 'caller',
    side: 'caller',
    fix: 'Name the digest in the reference, like oci://…@sha256:….',
  },
  'evidence-too-old': {
    decision: 'undecided',
    retryAfterSeconds: SOON,
    who: 'operator',
    side: 'store',
    fix: 'Ask again in a moment: the chart is looked at. If it lasts, ask the operator what keeps it from being read.',
  },
  'policy-unknown': {
    decision: 'deny',
    retryAfterSeconds: null,
    who: 'caller',
    side: 'caller',
    fix: 'Correct the name of the policy in the question, or ask the operator to add it.',
  },
  'images-not-proven': {
    decision: 'deny',
    retryAfterSeconds: null,
    who: 'owner',
    side: 'chart',
    fix: 'Name the images by digest, and have each signed by whom the operator’s policy for it names.',
  },
  'policy-expired': {
    decision: 'undecided',
    retryAfterSeconds: null,
    who: 'caller',
    side: 'caller',
    fix: 'Fetch the policy file again.',
  },
};

type Judged = Pick<GateReasonMeaning, 'decision' | 'retryAfterSeconds' | 'who'>;

const denied = (who: GateActor['kind'], retry: number | null = null) => ({
  decision: 'deny' as const,
  retryAfterSeconds: retry,
  who,
});
const open = (who: GateActor['kind'], retry: number) => ({
  decision: 'undecided' as const,
  retryAfterSeconds: retry,
  who,
});

const OF_VERDICTS: Readonly<Record<ReasonCode, Judged>> = {
  // No reason against anything: where it stands as one, something is wrong with the verdict.
  'policy-met': denied('operator'),
  'wrong-identity': denied('owner'),
  'wrong-issuer': denied('owner'),
  'wrong-source': denied('owner'),
  'source-unproven': denied('owner'),
  'bad-signature': denied('owner'),
  'untrusted-key': denied('owner'),
  'untrusted-root': denied('owner'),
  'digest-mismatch': denied('owner'),
  'log-proof-missing': denied('owner'),
  'timestamp-missing': denied('owner'),
  'certificate-expired': denied('owner'),
  // A pipeline signs and attests after it has pushed: what is attached a moment later is seen by the next look.
  'missing-attestation': denied('owner', SOON),
  'no-signature': denied('owner', SOON),
  'wrong-builder': denied('owner'),
  'name-or-version-mismatch': denied('owner'),
  rollback: denied('owner'),
  distrusted: denied('owner'),
  'ambiguous-index': denied('owner'),
  'not-yet-judged': open('operator', SOON),
  'no-policy': denied('operator'),
  'unknown-policy': denied('owner'),
  'policy-not-selectable': denied('owner'),
  'ownership-conflict': denied('operator'),
  'registry-unreachable': open('registry', LATER),
  // Credentials do not mend themselves.
  'registry-denied': denied('operator'),
  'registry-limited': open('registry', 60),
  'registry-misbehaved': open('registry', LATER),
  'evidence-incomplete': open('registry', LATER),
  'evidence-too-large': denied('owner'),
  'awaiting-bytes': open('operator', SOON),
  'unsupported-format': denied('owner'),
  stale: open('operator', SOON),
  'stale-root': open('operator', LATER),
  'verifier-failed': open('operator', LATER),
};

/**
 * What the gate makes of each reason. Total by its type: a code that nobody has thought of cannot be added.
 *
 * @public
 */
export function gateMeaningOf(code: GateReasonCode): GateReasonMeaning {
  return isOwn(code)
    ? OWN[code]
    : {
        ...OF_VERDICTS[code],
        side: REASONS[code].side,
        fix: REASONS[code].advice,
      };
}

/**
 * A reason of the gate, with who can mend it.
 *
 * @param owner - entity ref of the chart's owner, where the caller may see it
 * @public
 */
export function gateReasonOf(
  code: GateReasonCode,
  message: string,
  owner: string | null = null,
): GateReason {
  const { side, fix, who, retryAfterSeconds } = gateMeaningOf(code);
  return {
    code,
    message,
    side,
    fix,
    who: { kind: who, entityRef: who === 'owner' ? owner : null },
    passing: retryAfterSeconds !== null,
  };
}

/**
 * Every code that the gate can answer with.
 *
 * @public
 */
export const GATE_REASON_CODES: readonly GateReasonCode[] = [
  ...keysOf(OF_VERDICTS),
  ...keysOf(OWN),
];

function isOwn(code: GateReasonCode): code is Own {
  return Object.hasOwn(OWN, code);
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record).filter((key): key is K =>
    Object.hasOwn(record, key),
  );
}
