import {
  compilePolicies,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import { durationSchema } from './durationSchema';
import { isObject } from './isObject';
import { Problems } from './problems';
import { refuseUnknownKeys } from './strictObject';

const POLICY_KEYS = ['name', 'selectable', 'anyOf', 'require', 'maxStaleness'];
const KEYLESS_KEYS = [
  'root',
  'issuer',
  'subject',
  'subjectPattern',
  'allowAnyRef',
  'sourceRepositoryId',
  'sourceOwnerId',
  'trigger',
  'runnerEnvironment',
];
const KEY_KEYS = ['key'];
const KEYRING_KEYS = ['keyring'];
const STORE_KEYS = ['store', 'subject'];
const REQUIRE_KEYS = ['attestations'];
const ATTESTATION_KEYS = ['type', 'anyOf', 'builders'];

const maxStalenessSchema = durationSchema({ min: '1m', max: '365d' });

/**
 * Reads `policies`. What a policy means is common's matter; here are the spellings of a backend's configuration: durations
 * as everywhere in Backstage, and keys that are misspelt.
 */
export function readPolicies(
  raw: readonly unknown[],
  problems: Problems,
): TrustPolicy[] {
  return raw.flatMap((value, index) => {
    const path = `policies[${index}]`;
    // One by one, because the compiler's paths count the policies it was given.
    const compiled = compilePolicies([normalise(value, path, problems)]);
    for (const problem of compiled.problems) {
      problems.add(problem.path.replace('[0]', path), problem.message);
    }
    return compiled.policies;
  });
}

function normalise(value: unknown, path: string, problems: Problems): unknown {
  const policy = refuseUnknownKeys(value, POLICY_KEYS, path, problems);
  if (!isObject(policy)) {
    return policy;
  }
  const { require, maxStaleness } = policy;
  return {
    ...policy,
    ...normaliseAnyOf(policy, path, problems),
    ...(require !== undefined && {
      require: normaliseRequire(require, `${path}.require`, problems),
    }),
    ...(maxStaleness !== undefined && {
      maxStaleness: problems.parse(
        maxStalenessSchema,
        maxStaleness,
        `${path}.maxStaleness`,
      ),
    }),
  };
}

function normaliseRequire(
  value: unknown,
  path: string,
  problems: Problems,
): unknown {
  const require = refuseUnknownKeys(value, REQUIRE_KEYS, path, problems);
  if (!isObject(require) || !Array.isArray(require.attestations)) {
    return require;
  }
  return {
    ...require,
    attestations: require.attestations.map((one: unknown, index) => {
      const at = `${path}.attestations[${index}]`;
      const attestation = refuseUnknownKeys(
        one,
        ATTESTATION_KEYS,
        at,
        problems,
      );
      return isObject(attestation)
        ? { ...attestation, ...normaliseAnyOf(attestation, at, problems) }
        : attestation;
    }),
  };
}

function normaliseAnyOf(
  { anyOf }: Record<string, unknown>,
  path: string,
  problems: Problems,
): { anyOf?: unknown[] } {
  return Array.isArray(anyOf)
    ? {
        anyOf: anyOf.map((alternative: unknown, index) =>
          refuseUnknownKeys(
            alternative,
            knownIn(alternative),
            `${path}.anyOf[${index}]`,
            problems,
          ),
        ),
      }
    : {};
}

function knownIn(value: unknown): readonly string[] {
  if (!isObject(value) || 'root' in value) {
    return KEYLESS_KEYS;
  }
  if ('key' in value) {
    return KEY_KEYS;
  }
  if ('keyring' in value) {
    return KEYRING_KEYS;
  }
  return 'store' in value ? STORE_KEYS : KEYLESS_KEYS;
}
