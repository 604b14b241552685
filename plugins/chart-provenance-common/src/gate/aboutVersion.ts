import { isStale } from '../policy/applyFreshness';
import { REASONS } from '../verdict/reasons';
import type { Verdict } from '../verdict/types';
import { isFloatingTag, isSignatureTag, tagPromises } from '../tags/tagNames';
import { digestOf } from './aboutReference';
import { Hindrance, hindrance } from './Hindrance';
import type { GateFacts } from './types';

type Version = NonNullable<GateFacts['version']>;

/**
 * What stands against the version: its verdict, the age of its evidence, and what is asked besides.
 *
 * @internal
 */
export function aboutVersion(facts: GateFacts): Hindrance[] {
  const digest = digestOf(facts);
  if (digest === null) {
    return [];
  }
  const { version } = facts;
  if (version?.digest !== digest) {
    return [
      hindrance(
        'version-not-seen',
        `No version with the digest ${digest} has been read of this chart yet.`,
        facts,
      ),
    ];
  }
  return [
    ...aboutVerdict(version.verdict, facts),
    ...aboutMove(version, facts),
    ...aboutAge(version, facts),
    ...aboutAttestations(facts),
    ...aboutImages(version, facts),
  ];
}

/** Milliseconds; the caller's bound counts where it is the stricter one. */
function maxAgeOf({ environment, require }: GateFacts): number {
  const { maxAgeSeconds } = require;
  return maxAgeSeconds === undefined
    ? environment.maxAgeMs
    : Math.min(environment.maxAgeMs, maxAgeSeconds * 1000);
}

/**
 * ISO time from which on the evidence is too old; null when it is now.
 *
 * @internal
 */
export function agesAt(version: Version, facts: GateFacts): string | null {
  const { evidenceAt } = version;
  const maxAgeMs = maxAgeOf(facts);
  return isStale(evidenceAt, maxAgeMs, facts.now) || evidenceAt === null
    ? null
    : new Date(Date.parse(evidenceAt) + maxAgeMs).toISOString();
}

function aboutAge(version: Version, facts: GateFacts): Hindrance[] {
  if (agesAt(version, facts) !== null) {
    return [];
  }
  const seconds = Math.round(maxAgeOf(facts) / 1000);
  return [
    hindrance(
      'evidence-too-old',
      version.evidenceAt === null
        ? 'The chart has never been read to the end.'
        : `The chart was last read to the end at ${version.evidenceAt}; evidence may be ${seconds} seconds old here.`,
      facts,
    ),
  ];
}

function aboutVerdict(verdict: Verdict, facts: GateFacts): Hindrance[] {
  const against = verdict.reasons
    .filter(({ code }) => code !== 'policy-met')
    .map(({ code, message }) => hindrance(code, message, facts));
  switch (verdict.status) {
    case 'verified':
      return [...against, ...doubts(verdict, facts)];
    case 'indeterminate':
      return undecidedBy(against, verdict, facts);
    default:
      // Whatever else is listed may pass; this does not.
      return denial(against, verdict, facts);
  }
}

/** A verdict against which is said nothing that would deny: it is denied all the same. */
function denial(
  against: readonly Hindrance[],
  { status }: Verdict,
  facts: GateFacts,
): Hindrance[] {
  const denies = against.some(({ decision }) => decision === 'deny');
  return denies
    ? [...against]
    : [
        ...against,
        status === 'unsigned'
          ? hindrance('no-signature', 'No signature is attached.', facts)
          : hindrance(
              'verifier-failed',
              'It is rejected, and what is stored does not say why.',
              facts,
            ),
      ].map(one => ({ ...one, decision: 'deny' }));
}

/**
 * What is listed beside the reasons that left it open is what was found so far: it does not deny while something better may still be found.
 */
function undecidedBy(
  against: readonly Hindrance[],
  { reasons }: Verdict,
  facts: GateFacts,
): Hindrance[] {
  const opens = new Set<string>(
    reasons.flatMap(({ code }) =>
      REASONS[code].status === 'indeterminate' ? code : [],
    ),
  );
  const leaves = against.map(
    (one): Hindrance =>
      opens.has(one.reason.code) ? one : { ...one, decision: 'undecided' },
  );
  return opens.size > 0
    ? leaves
    : [
        ...leaves,
        hindrance(
          'verifier-failed',
          'It could not be decided, and what is stored does not say why.',
          facts,
        ),
      ];
}

/** A verdict that calls itself verified and does not show it: by another set of policies, without proof, or past its end. */
function doubts(verdict: Verdict, facts: GateFacts): Hindrance[] {
  const { environment, require, chart, now } = facts;
  const asked = [
    ...(chart?.policies ?? []),
    ...environment.policies,
    ...(require.policies ?? []),
  ].filter(name => !facts.unknownPolicies.includes(name));
  const missing = [...new Set(asked)].filter(
    name => !verdict.policies.includes(name),
  );
  const isShown =
    verdict.requirements.length > 0 &&
    verdict.requirements.every(({ result }) => result === 'met');
  const isOver =
    verdict.countsUntil !== undefined &&
    !(Date.parse(now) < Date.parse(verdict.countsUntil));
  return [
    ...(verdict.policies.length === 0
      ? [
          hindrance(
            'no-policy',
            'Nobody has said who may sign this chart.',
            facts,
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [
          hindrance(
            'not-yet-judged',
            `It has not been judged under ${missing.join(' and ')}.`,
            facts,
          ),
        ]
      : []),
    ...(isShown
      ? []
      : [
          hindrance(
            'verifier-failed',
            'It is called verified, and the proof is not there.',
            facts,
          ),
        ]),
    ...(isOver
      ? [
          hindrance(
            'certificate-expired',
            `The key it was signed with counted until ${verdict.countsUntil}.`,
            facts,
          ),
        ]
      : []),
  ];
}

/**
 * A tag may have been moved since the chart was read, to an older version that is as good as ever for whoever names it: then the verdict says
 * nothing of the tag.
 */
function aboutMove(
  { version, underTag }: Version,
  facts: GateFacts,
): Hindrance[] {
  const { tag } = facts.asked;
  if (tag === null || underTag === true) {
    return [];
  }
  const promises = !isFloatingTag(tag) && !isSignatureTag(tag);
  return promises && version !== null && !tagPromises(tag, version)
    ? [
        hindrance(
          'name-or-version-mismatch',
          `The tag ${tag} points at version ${version} now.`,
          facts,
        ),
      ]
    : [
        hindrance(
          'evidence-too-old',
          `The tag ${tag} was not seen on this version yet, and may have been moved back to it.`,
          facts,
        ),
      ];
}

function aboutAttestations(facts: GateFacts): Hindrance[] {
  return facts.missingAttestations.map(type =>
    hindrance(
      'missing-attestation',
      `The caller asks for an attestation of ${type}, and the signer has attested none.`,
      facts,
    ),
  );
}

function aboutImages({ images }: Version, facts: GateFacts): Hindrance[] {
  if (facts.environment.requireImages === false) {
    return [];
  }
  const say = (message: string) =>
    hindrance('images-not-proven', message, facts);
  if (images === null || images.from === null) {
    return [say('Which images the chart deploys is not known.')];
  }
  const bad = images.items.filter(
    ({ pinned, status }) => pinned !== true || status !== 'verified',
  );
  return [
    ...(images.problem === null && images.cut === false
      ? []
      : [
          say(
            `The list of the chart’s images may be incomplete: ${
              images.problem ?? 'there are more than are listed'
            }.`,
          ),
        ]),
    ...bad
      .slice(0, 10)
      .map(({ written, pinned, reason }) =>
        say(
          pinned
            ? `The image ${written} is not verified: ${reason}`
            : `The image ${written} is not named by digest.`,
        ),
      ),
    ...(bad.length > 10
      ? [say(`${bad.length - 10} more images are not proven.`)]
      : []),
  ];
}
