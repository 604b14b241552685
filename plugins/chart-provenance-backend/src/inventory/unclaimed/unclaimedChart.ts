import {
  CompiledRepositoryRule,
  matchRepository,
  MigrationPhase,
  suggestOwners,
  UnclaimedChart,
} from 'backstage-plugin-chart-provenance-common';
import { UnclaimedRecord } from '../../store';
import { ReadableEntities } from './CandidateReader';
import { ruleSnippet } from './ruleSnippet';

/** A record as one caller may see it. Entities that the caller may not see are named nowhere. */
export function unclaimedChart(
  record: UnclaimedRecord,
  phase: MigrationPhase | null,
  { candidates, refs }: ReadableEntities,
  rules: readonly CompiledRepositoryRule[],
): UnclaimedChart {
  const { chart, reference } = record;
  const match =
    chart && matchRepository(rules, chart.registry, chart.repository);
  const suggestions = suggestOwners(
    {
      ...record,
      references: [reference, ...(match?.legacy ? [match.legacy] : [])],
      claimants: record.conflict,
    },
    candidates,
  );
  const best = suggestions[0]?.entityRef;
  const visible = record.conflict.filter(ref => refs.has(ref));
  return {
    id: record.id,
    reference,
    name: record.name,
    knownFrom: record.knownFrom,
    ...whyOf(record, visible, match?.entityRef),
    snippet: best === undefined ? null : ruleSnippet(record, best, rules),
    consumers: record.consumers,
    versions: record.versions,
    firstSeenAt: record.firstSeenAt,
    signer: record.signer,
    phase,
    suggestions,
    mappable: isMappable(record, rules),
  };
}

/** Can the operator give it to an entity by a mapping? Only where a rule lets it be read: a mapping opens nothing. */
export function isMappable(
  { chart }: UnclaimedRecord,
  rules: readonly CompiledRepositoryRule[],
): boolean {
  return (
    chart !== null &&
    matchRepository(rules, chart.registry, chart.repository) !== undefined
  );
}

/** `byRule`: the owner that the rule computes. Its name is made of the rule and the repository, so it tells nothing about the catalog. */
function whyOf(
  { chart, reference, conflict }: UnclaimedRecord,
  visible: readonly string[],
  byRule: string | undefined,
): Pick<UnclaimedChart, 'why' | 'message'> {
  if (conflict.length > 0) {
    const names =
      visible.length > 0 ? `, among them ${visible.join(', ')}` : '';
    return {
      why: 'conflict',
      message: `${conflict.length} entities claim it${names}, and nobody said whose it is.`,
    };
  }
  if (chart) {
    return {
      why: 'no-owner',
      message: byRule
        ? `The rule that matches it names ${byRule}, which the catalog does not have, and no allowed claim was made.`
        : 'The rule that matches it names no owner, and no allowed claim was made.',
    };
  }
  return reference.startsWith('oci://')
    ? {
        why: 'not-configured',
        message:
          'No rule lets it be read, so it was not contacted and nothing is known but its name.',
      }
    : {
        why: 'legacy-only',
        message:
          'It is known from a legacy repository, and no rule says what it becomes.',
      };
}
