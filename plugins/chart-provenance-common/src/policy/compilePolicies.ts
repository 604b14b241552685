import { z } from 'zod';
import { ConfigProblem } from '../problem/ConfigProblem';
import { checkSubjectPattern } from './checkSubjectPattern';
import {
  keylessSchema,
  keyringSchema,
  keySchema,
  policySchema,
} from './policySchema';
import { SignerRequirement, TrustPolicy } from './types';

const DAY_MS = 24 * 60 * 60 * 1000;
const UNITS_MS = { s: 1000, m: 60_000, h: 3_600_000, d: DAY_MS };

/**
 * Ids a policy may name; a list that is left out is not checked against.
 *
 * @public
 */
export interface KnownTrust {
  roots?: readonly string[];
  keys?: readonly string[];
  keyrings?: readonly string[];
}

/**
 * Reads policies as the operator writes them: `{name, selectable?, anyOf: [{root, issuer, subject | subjectPattern, allowAnyRef?} |
 * {key} | {keyring}], require?: {attestations?}, maxStaleness?}`, `selectable` being false and `maxStaleness` 24 h by default. All problems are
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

function readPolicy(
  value: unknown,
  known: KnownTrust,
  problems: ConfigProblem[],
): TrustPolicy | undefined {
  const policy = parse(policySchema, value, '', problems);
  const written = z.object({ anyOf: z.array(z.unknown()) }).safeParse(value);
  const anyOf = (written.success ? written.data.anyOf : []).flatMap(
    (alternative, index) =>
      readAlternative(alternative, known, `.anyOf[${index}]`, problems) ?? [],
  );
  return (
    policy && {
      name: policy.name,
      selectable: policy.selectable ?? false,
      anyOf,
      requireAttestations: [...new Set(policy.require?.attestations ?? [])],
      maxStalenessMs: toMs(policy.maxStaleness),
    }
  );
}

function readAlternative(
  value: unknown,
  known: KnownTrust,
  path: string,
  problems: ConfigProblem[],
): SignerRequirement | undefined {
  const add = (at: string, message: string) =>
    problems.push({ path: `${path}${at}`, message });
  if (typeof value === 'object' && value !== null && 'key' in value) {
    const requirement = parse(keySchema, value, path, problems);
    if (requirement && known.keys && !known.keys.includes(requirement.key)) {
      add('.key', `There is no key ${requirement.key} in trust.keys.`);
    }
    return requirement && { kind: 'key', key: requirement.key };
  }
  if (typeof value === 'object' && value !== null && 'keyring' in value) {
    const requirement = parse(keyringSchema, value, path, problems);
    const { keyring = '' } = requirement ?? {};
    if (requirement && known.keyrings && !known.keyrings.includes(keyring)) {
      add('.keyring', `There is no keyring ${keyring} in trust.keyrings.`);
    }
    return requirement && { kind: 'keyring', keyring };
  }
  const requirement = parse(keylessSchema, value, path, problems);
  if (!requirement) {
    return undefined;
  }
  const { allowAnyRef, ...signer } = requirement;
  if (known.roots && !known.roots.includes(signer.root)) {
    add('.root', `There is no root ${signer.root} in trust.roots.`);
  }
  if (
    (signer.subject === undefined) ===
    (signer.subjectPattern === undefined)
  ) {
    add('', 'Write exactly one of subject and subjectPattern.');
  }
  if (signer.subject?.includes('*')) {
    add(
      '.subject',
      'It is compared literally, and no subject holds a *; write subjectPattern.',
    );
  }
  if (signer.subjectPattern !== undefined) {
    for (const problem of checkSubjectPattern(signer.subjectPattern, {
      allowAnyRef,
    })) {
      add('.subjectPattern', problem);
    }
  }
  return { kind: 'keyless', ...signer };
}

function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  path: string,
  problems: ConfigProblem[],
): z.output<T> | undefined {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  for (const issue of result.error.issues) {
    const at = issue.path.map(key =>
      typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
    );
    problems.push({ path: `${path}${at.join('')}`, message: issue.message });
  }
  return undefined;
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
