import { chartIdOf } from 'backstage-plugin-chart-provenance-common';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import { OfflinePolicyError } from './OfflinePolicyError';
import { offlinePolicySchema } from './offlinePolicySchema';

/** Characters of a policy file: roots and keyrings take the most. */
const MAX_LENGTH = 16 * 1024 * 1024;

/**
 * Reads the text of a policy file, strictly. Whether it has expired is decided with the clock, by `decideOffline`.
 *
 * @throws OfflinePolicyError `too-large` or `malformed`; its message repeats nothing that stands in the file but names of members
 * @public
 */
export function parseOfflinePolicy(text: string): OfflinePolicy {
  if (text.length > MAX_LENGTH) {
    throw new OfflinePolicyError(
      'too-large',
      `The policy file has more than ${MAX_LENGTH / 1024 / 1024} MiB.`,
    );
  }
  const read = offlinePolicySchema.safeParse(jsonOf(text));
  if (!read.success) {
    const [{ path, message }] = read.error.issues;
    throw malformed(
      `at ${path.map(String).join('.') || 'its beginning'}: ${message}`,
    );
  }
  const policy: OfflinePolicy = read.data;
  assertWhole(policy);
  return policy;
}

/** What fits the form and contradicts itself was not written here. */
function assertWhole({
  chart,
  issuedAt,
  expiresAt,
  environments,
  trust,
}: OfflinePolicy) {
  if (chart.chartId !== chartIdOf(chart.registry, chart.repository)) {
    throw malformed('its chart has the id of another one');
  }
  if (!(Date.parse(issuedAt) < Date.parse(expiresAt))) {
    throw malformed('it expires before it was written');
  }
  for (const [what, list] of Object.entries({
    environments: environments.map(({ name }) => name),
    ...Object.fromEntries(
      Object.entries(trust).map(([kind, all]) => [
        kind,
        all.map(({ id }: { id: string }) => id),
      ]),
    ),
  })) {
    if (new Set(list).size !== list.length) {
      throw malformed(`two of its ${what} have one name`);
    }
  }
  for (const { id, trustedRoot } of trust.roots) {
    try {
      JSON.parse(trustedRoot);
    } catch {
      throw malformed(`the trusted root ${id} is no JSON`);
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('it is no JSON');
  }
}

function malformed(why: string): OfflinePolicyError {
  return new OfflinePolicyError(
    'malformed',
    `The policy file cannot be used: ${why}. Get a new one with chart-provenance gate policy.`,
  );
}
