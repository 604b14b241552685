import {
  ChartReference,
  ChartReferenceError,
  GateRequirements,
  normaliseRegistryHost,
  parseChartReference,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import {
  GateEnvironment,
  OfflinePolicy,
} from 'backstage-plugin-chart-provenance-common/gate';
import { OfflineUsageError } from './OfflineUsageError';

/** A question to the gate, read. */
export interface OfflineQuestion {
  policy: OfflinePolicy;
  reference: string;
  asked: ChartReference;
  environment: GateEnvironment;
  require: GateRequirements;
  now: Date;
}

/** @throws OfflineUsageError for what is no reference with a tag or digest, and for an environment that the file does not have */
export function offlineQuestion(options: {
  policy: OfflinePolicy;
  reference: string;
  environment?: string;
  require?: GateRequirements;
  now?: Date;
}): OfflineQuestion {
  const { policy, reference, require = {}, now = new Date() } = options;
  const { environment: name = 'default' } = options;
  const environment = policy.environments.find(one => one.name === name);
  if (!environment) {
    const names = policy.environments.map(one => one.name).join(', ');
    throw new OfflineUsageError(
      `The policy file has no environment ${name}; it has ${names}.`,
    );
  }
  const asked = referenceOf(reference);
  return { policy, reference, asked, environment, require, now };
}

function referenceOf(reference: string): ChartReference {
  let asked: ChartReference;
  try {
    asked = parseChartReference(reference);
  } catch (error) {
    if (error instanceof ChartReferenceError) {
      throw new OfflineUsageError(error.message);
    }
    throw error;
  }
  if (asked.tag === undefined && asked.digest === undefined) {
    throw new OfflineUsageError(
      'The reference names neither a tag nor a digest: write one, like oci://ghcr.io/acme/charts/payments:1.8.2.',
    );
  }
  return asked;
}

/** Is the file about the chart that was asked for? */
export function isItsChart({ policy, asked }: OfflineQuestion): boolean {
  return (
    normaliseRegistryHost(asked.registry) ===
      normaliseRegistryHost(policy.chart.registry) &&
    asked.repository === policy.chart.repository
  );
}

/** Names of the policies that apply besides what the chart asks for itself. */
export function addedPolicies(question: OfflineQuestion): string[] {
  const { policy, environment, require } = question;
  const known = policy.policies.map(({ name }) => name);
  const required = require.policies ?? [];
  // An environment must not go without its policy: one that the file does not have is unknown to the judge.
  const added = [
    ...environment.policies,
    ...required.filter(name => known.includes(name)),
  ];
  return [...new Set(added)];
}

/** Every policy that applies. */
export function appliedPolicies(question: OfflineQuestion): TrustPolicy[] {
  const { chart, policies } = question.policy;
  const names = [
    ...chart.policies,
    ...chart.requestedPolicies,
    ...addedPolicies(question),
  ];
  return policies.filter(({ name }) => names.includes(name));
}
