import {
  decideOffline,
  OfflineCredentials,
} from 'backstage-plugin-chart-provenance-backend/gate';
import {
  GateDecision,
  normaliseRegistryHost,
  parseChartReference,
} from 'backstage-plugin-chart-provenance-common';
import { Asker, Outcome, Question, undecided } from '../ask/Outcome';
import { PolicyFile } from './PolicyFile';
import { recordDecision } from './recordDecision';

/** How it is decided without a backend. */
export interface OfflineAsking {
  /** One for each chart. */
  files: readonly PolicyFile[];
  credentials: OfflineCredentials;
  /** Where decisions are kept; undefined: nowhere. */
  record?: string;
  now: () => Date;
}

/** Decides by policy files and what registries say now. What cannot be written down is not allowed. */
export function askOffline(options: OfflineAsking): Asker {
  return async question => {
    const file = options.files.find(({ policy }) => isAbout(policy, question));
    if (!file) {
      return undecided(
        'There is no policy file for this chart: get one with chart-provenance gate policy.',
      );
    }
    let decision: GateDecision;
    try {
      decision = await decideOffline({
        ...question,
        policy: file.policy,
        policyFileDigest: file.digest,
        credentials: options.credentials,
        now: options.now(),
      });
    } catch (error) {
      return failed(error);
    }
    if (options.record !== undefined) {
      const { require } = question;
      try {
        await recordDecision(options.record, {
          decision,
          require: Object.keys(require).length > 0 ? require : null,
        });
      } catch {
        return undecided(
          `The decision could not be written to ${options.record}, and does not count without.`,
        );
      }
    }
    return outcomeOf(decision);
  };
}

function isAbout(
  { chart }: PolicyFile['policy'],
  { reference }: Question,
): boolean {
  const { registry, repository } = parseChartReference(reference);
  return (
    normaliseRegistryHost(chart.registry) === normaliseRegistryHost(registry) &&
    chart.repository === repository
  );
}

function failed(error: unknown): Outcome {
  if (error instanceof Error && error.name === 'OfflineUsageError') {
    return { kind: 'refused', why: error.message };
  }
  const why = error instanceof Error ? error.message : String(error);
  return undecided(`It could not be decided here: ${why.slice(0, 300)}`);
}

function outcomeOf(decision: GateDecision): Outcome {
  const { proceed, resolved, reasons } = decision;
  if (proceed) {
    return { kind: 'proceed', decision, resolved };
  }
  return decision.decision === 'deny'
    ? { kind: 'denied', decision }
    : {
        ...undecided(reasons[0]?.message ?? 'It could not be decided.'),
        decision,
      };
}
