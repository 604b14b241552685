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
];
const KEY_KEYS = ['key'];
const KEYRING_KEYS = ['keyring'];
const REQUIRE_KEYS = ['attestations'];

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
  const { anyOf, require, maxStaleness } = policy;
  return {
    ...policy,
    ...(Array.isArray(anyOf) && {
      anyOf: anyOf.map((alternative: unknown, index) =>
        normaliseAlternative(alternative, `${path}.anyOf[${index}]`, problems),
      ),
    }),
    ...(require !== undefined && {
      require: refuseUnknownKeys(
        require,
        REQUIRE_KEYS,
        `${path}.require`,
        problems,
      ),
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

function normaliseAlternative(
  value: unknown,
  path: string,
  problems: Problems,
): unknown {
  return refuseUnknownKeys(value, knownIn(value), path, problems);
}

function knownIn(value: unknown): readonly string[] {
  if (!isObject(value) || 'root' in value) {
    return KEYLESS_KEYS;
  }
  if ('key' in value) {
    return KEY_KEYS;
  }
  return 'keyring' in value ? KEYRING_KEYS : KEYLESS_KEYS;
}
