import type { CheckResult } from '../api/migrationTypes';
import { Knowledge, knowledgeOf } from '../migration/knowledge';
import type { MigrationFacts } from '../migration/types';
import { CHART_CHECKS, SHARED_CHECKS } from './checks';
import type {
  ChartCheck,
  Found,
  RanCheck,
  SharedCheck,
  SharedFacts,
} from './types';

const MOST_EVIDENCE = 20;

/**
 * Every check, with exactly one result each: those of the chart, then those that are inherited.
 *
 * @public
 */
export function runChecks(facts: MigrationFacts): CheckResult[] {
  return runAll(knowledgeOf(facts)).map(({ result }) => result);
}

/**
 * The checks that are decided once for all charts that share these facts (a registry, a legacy repository, the places where consumers are looked
 * for). They cannot see the chart, so that what they say holds for each.
 *
 * @public
 */
export function runSharedChecks(facts: SharedFacts): CheckResult[] {
  return ranShared(facts).map(({ result }) => result);
}

/**
 * The same as {@link runChecks}, with what a sign-off is held against.
 */
export function runAll(known: Knowledge): RanCheck[] {
  return [
    ...CHART_CHECKS.map(check => ran(check, check.find(known), null)),
    ...ranShared(known.facts),
  ];
}

function ranShared(facts: SharedFacts): RanCheck[] {
  return SHARED_CHECKS.map(check =>
    ran(check, check.find(facts), check.inheritedFrom(facts)),
  );
}

function ran(
  check: ChartCheck | SharedCheck,
  found: Found,
  inheritedFrom: string | null,
): RanCheck {
  const evidence = found.evidence ?? [];
  const { id, group, claim, why, scope } = check;
  const settled = found.status === 'pass' || found.status === 'notApplicable';
  return {
    result: {
      id,
      group,
      claim,
      why,
      status: found.status,
      message: found.message,
      evidence: evidence.slice(0, MOST_EVIDENCE),
      moreEvidence: Math.max(0, evidence.length - MOST_EVIDENCE),
      responsible: found.responsible ?? check.responsible,
      scope,
      inheritedFrom,
      nextAction: settled ? null : found.nextAction ?? null,
    },
    failureSeenAt: found.status === 'fail' ? found.seenAt ?? null : null,
  };
}
