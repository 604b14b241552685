import { z } from 'zod';
import { ConfigProblem } from '../problem/ConfigProblem';
import { compileAttestation } from './compileAttestation';
import { compileSigner, KnownTrust } from './compileSigner';
import { parseAt } from './parseAt';
import { policySchema } from './policySchema';
import { AttestationRequirement, TrustPolicy } from './types';

const DAY_MS = 24 * 60 * 60 * 1000;
const UNITS_MS = { s: 1000, m: 60_000, h: 3_600_000, d: DAY_MS };

/**
 * Reads policies as the operator writes them: `{name, selectable?, anyOf: [{root, issuer, subject | subjectPattern, allowAnyRef?,
 * sourceRepositoryId?, sourceOwnerId?, trigger?, runnerEnvironment?} | {key} | {keyring} | {store, subject?}], require?: {attestations?:
 * [type | {type, anyOf?, builders?}]}, maxStaleness?}`, `selectable` being false and `maxStaleness` 24 h by default. All problems are
 * collected; a policy with a problem is left out, and a chart that names it is then indeterminate, never verified.
 *
 * @public
 */
export function compilePolicies(
  raw: unknown,
  known: KnownTrust = {},
): { policies: TrustPolicy[]; problems: ConfigProblem[] } {
  if (!Array.isArray(raw)) {
    return {
      policies: [],
      problems: [{ path: '', message: 'Write a list of policies.' }],
    };
  }
  const policies = new Map<string, TrustPolicy>();
  const problems: ConfigProblem[] = [];
  raw.forEach((value: unknown, index) => {
    const found: ConfigProblem[] = [];
    const policy = readPolicy(value, known, found);
    if (policy && policies.has(policy.name)) {
      found.push({
        path: '.name',
        message: `There are two policies named ${policy.name}.`,
      });
    }
    if (policy && found.length === 0) {
      policies.set(policy.name, policy);
    }
    problems.push(
      ...found.map(({ path, message }) => ({
        path: `[${index}]${path}`,
        message,
      })),
    );
  });
  return { policies: [...policies.values()], problems };
}

/** The lists are read whatever is wrong beside them, so that all problems are told together. */
const writtenSchema = z.object({
  anyOf: z.array(z.unknown()).catch([]),
  require: z
    .object({ attestations: z.array(z.unknown()) })
    .transform(({ attestations }) => attestations)
    .catch([]),
});

function readPolicy(
  value: unknown,
  known: KnownTrust,
  problems: ConfigProblem[],
): TrustPolicy | undefined {
  const policy = parseAt(policySchema, value, '', problems);
  const written = writtenSchema.safeParse(value).data;
  const anyOf = (written?.anyOf ?? []).flatMap(
    (alternative, index) =>
      compileSigner(alternative, known, `.anyOf[${index}]`, problems) ?? [],
  );
  const requireAttestations = (written?.require ?? []).flatMap(
    (attestation, index) =>
      compileAttestation(
        attestation,
        known,
        `.require.attestations[${index}]`,
        problems,
      ) ?? [],
  );
  return (
    policy && {
      name: policy.name,
      selectable: policy.selectable ?? false,
      anyOf,
      requireAttestations: withoutRepetition(requireAttestations),
      maxStalenessMs: toMs(policy.maxStaleness),
    }
  );
}

function withoutRepetition(
  requirements: readonly AttestationRequirement[],
): AttestationRequirement[] {
  return [
    ...new Map(
      requirements.map(one => [
        JSON.stringify([one.type, one.anyOf, one.builders]),
        one,
      ]),
    ).values(),
  ];
}

function toMs(duration: string | number | undefined): number {
  if (typeof duration === 'number') {
    return duration;
  }
  const parts = /^(\d+)([smhd])$/.exec(duration ?? '1d');
  const unit = parts?.[2];
  return unit === 's' || unit === 'm' || unit === 'h' || unit === 'd'
    ? Number(parts?.[1]) * UNITS_MS[unit]
    : DAY_MS;
}
