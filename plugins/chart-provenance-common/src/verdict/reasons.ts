import { Reason, ReasonCode, Side, VerdictStatus } from './types';

/**
 * What a reason code means, for pages and documentation.
 *
 * @public
 */
export interface ReasonMeaning {
  /** The verdict it leads to. Beside a graver reason it may be listed under that one's verdict. */
  status: VerdictStatus;
  /** Who can usually act. */
  side: Side;
  /** Two to four words, lower case, to follow a shield: `Rejected: wrong identity`. */
  title: string;
  /** What to do about it, one or two sentences. */
  advice: string;
}

/**
 * Every reason code and what it means. Complete by its type.
 *
 * @public
 */
export const REASONS: Readonly<Record<ReasonCode, ReasonMeaning>> = {
  'policy-met': {
    status: 'verified',
    side: 'chart',
    title: 'policy met',
    advice: 'Nothing to do.',
  },
  'wrong-identity': {
    status: 'rejected',
    side: 'chart',
    title: 'wrong identity',
    advice:
      'Publish the chart from the workflow or account that the policy names, or ask the operator to name this one.',
  },
  'wrong-issuer': {
    status: 'rejected',
    side: 'chart',
    title: 'wrong issuer',
    advice: 'Sign with an identity from the issuer that the policy names.',
  },
  'wrong-source': {
    status: 'rejected',
    side: 'chart',
    title: 'wrong source repository',
    advice:
      'Publish the chart from the source repository that the operator expects. If nobody here built it, treat it as hostile.',
  },
  'source-unproven': {
    status: 'rejected',
    side: 'chart',
    title: 'source not proven',
    advice:
      'Attach a provenance attestation by the same signer that names the source repository.',
  },
  'bad-signature': {
    status: 'rejected',
    side: 'chart',
    title: 'bad signature',
    advice:
      'Do not install it: the signature does not fit its own content. Publish and sign the version again.',
  },
  'untrusted-key': {
    status: 'rejected',
    side: 'trust',
    title: 'untrusted key',
    advice:
      'Sign with a key the policy names, or ask the operator to add this one.',
  },
  'untrusted-root': {
    status: 'rejected',
    side: 'trust',
    title: 'untrusted root',
    advice:
      'Sign under a trust root the policy names, or ask the operator to add this one.',
  },
  'digest-mismatch': {
    status: 'rejected',
    side: 'chart',
    title: 'signature of another chart',
    advice:
      'Do not install it: the signature was made for other bytes. Sign this very digest.',
  },
  'log-proof-missing': {
    status: 'rejected',
    side: 'chart',
    title: 'no log proof',
    advice: 'Sign again with the transparency log switched on.',
  },
  'timestamp-missing': {
    status: 'rejected',
    side: 'chart',
    title: 'no timestamp',
    advice:
      'Sign again with a timestamp authority, or with the transparency log switched on.',
  },
  'certificate-expired': {
    status: 'rejected',
    side: 'chart',
    title: 'expired certificate',
    advice:
      'Sign again: the signature was not made while its certificate or key counted.',
  },
  'missing-attestation': {
    status: 'rejected',
    side: 'chart',
    title: 'missing attestation',
    advice:
      'Let the signer of the chart, or whom the policy names for it, attest what it asks for.',
  },
  'wrong-builder': {
    status: 'rejected',
    side: 'chart',
    title: 'wrong builder',
    advice:
      'Let the builder itself write and sign the provenance, or ask the operator to list its id under builders.',
  },
  'name-or-version-mismatch': {
    status: 'rejected',
    side: 'chart',
    title: 'name or version mismatch',
    advice:
      'Publish with helm push, which takes tag and repository from the chart, and remove the wrong tag.',
  },
  rollback: {
    status: 'rejected',
    side: 'registry',
    title: 'rolled back',
    advice:
      'Find out who moved the tag. Move it forward, or publish the older content as a new version.',
  },
  distrusted: {
    status: 'rejected',
    side: 'trust',
    title: 'distrusted',
    advice:
      'Do not install it. The operator has withdrawn trust; publish a new version, or sign again with a trusted identity.',
  },
  'ambiguous-index': {
    status: 'rejected',
    side: 'chart',
    title: 'ambiguous index',
    advice:
      'Publish the chart itself under this tag, not an index of several manifests.',
  },
  'no-signature': {
    status: 'unsigned',
    side: 'chart',
    title: 'no signature',
    advice: 'Sign the digest in the workflow that publishes it.',
  },
  'not-yet-judged': {
    status: 'indeterminate',
    side: 'store',
    title: 'not checked yet',
    advice: 'Wait a moment: it is being indexed.',
  },
  'no-policy': {
    status: 'indeterminate',
    side: 'trust',
    title: 'no policy',
    advice: 'Ask the operator to say who may sign this chart.',
  },
  'unknown-policy': {
    status: 'indeterminate',
    side: 'catalog',
    title: 'unknown policy',
    advice:
      'Correct the name in chart-provenance/trust-policy, or ask the operator to add the policy.',
  },
  'policy-not-selectable': {
    status: 'indeterminate',
    side: 'catalog',
    title: 'policy not selectable',
    advice:
      'Remove the policy from the annotation, or ask the operator to mark it selectable.',
  },
  'ownership-conflict': {
    status: 'indeterminate',
    side: 'catalog',
    title: 'claimed twice',
    advice:
      'Let one of the claimants drop its annotation, or ask the operator to name the owner.',
  },
  'registry-unreachable': {
    status: 'indeterminate',
    side: 'registry',
    title: 'registry unreachable',
    advice:
      'It is tried again by itself. If it lasts, ask whoever runs the registry.',
  },
  'registry-denied': {
    status: 'indeterminate',
    side: 'registry',
    title: 'registry denied access',
    advice:
      'Ask the operator to check the credentials: the registry does not tell missing from forbidden.',
  },
  'registry-limited': {
    status: 'indeterminate',
    side: 'registry',
    title: 'registry limited us',
    advice:
      'It is tried again when the registry allows. If it lasts, ask the operator to raise the limit or slow the indexing.',
  },
  'registry-misbehaved': {
    status: 'indeterminate',
    side: 'registry',
    title: 'registry misbehaved',
    advice:
      'Its answer did not fit the protocol or the digest. Ask whoever runs the registry.',
  },
  'evidence-incomplete': {
    status: 'indeterminate',
    side: 'registry',
    title: 'evidence incomplete',
    advice:
      'Not everything attached could be read. It is tried again by itself.',
  },
  'evidence-too-large': {
    status: 'indeterminate',
    side: 'chart',
    title: 'evidence too large',
    advice:
      'Attach less, or smaller evidence: what is beyond the bounds is not read.',
  },
  'awaiting-bytes': {
    status: 'indeterminate',
    side: 'store',
    title: 'waiting for evidence',
    advice: 'Wait a moment: evidence is being fetched again.',
  },
  'unsupported-format': {
    status: 'indeterminate',
    side: 'chart',
    title: 'unsupported format',
    advice: 'Also sign with cosign.',
  },
  stale: {
    status: 'indeterminate',
    side: 'store',
    title: 'out of date',
    advice:
      'The last successful look is too long ago. See what keeps it from being repeated.',
  },
  'stale-root': {
    status: 'indeterminate',
    side: 'trust',
    title: 'trust root out of date',
    advice: 'Ask the operator to let the backend refresh its trust roots.',
  },
  'verifier-failed': {
    status: 'indeterminate',
    side: 'trust',
    title: 'verifier failed',
    advice: 'Ask the operator to look into the log of the backend.',
  },
};

/**
 * A reason with the side that its code usually comes from.
 *
 * @public
 */
export function reasonOf(
  code: ReasonCode,
  message: string,
  evidence?: string,
): Reason {
  return {
    code,
    message,
    side: REASONS[code].side,
    ...(evidence !== undefined && { evidence }),
  };
}
