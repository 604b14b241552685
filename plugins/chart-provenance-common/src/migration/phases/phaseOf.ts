import { everMoved, Knowledge, knowledgeOf } from '../knowledge';
import type { MigrationFacts } from '../types';
import { dayOf } from '../words';
import { allMet, needsOf } from './needsOf';
import { BarPhase, FoundPhase, Need, PHASES } from './types';

/**
 * How far the chart is, from evidence: the furthest phase of which everything holds, or of which nothing is known not to hold and which was reached before
 * (`facts.reached`). So what cannot be read never advances a phase, nor takes it back; what is seen to be otherwise takes it back at once.
 *
 * @public
 */
export function phaseOf(facts: MigrationFacts): FoundPhase {
  return findPhase(knowledgeOf(facts));
}

/** The same, from what is known already. */
export function findPhase(known: Knowledge): FoundPhase {
  const { facts, legacy } = known;
  if (legacy.kind === 'none' && !everMoved(facts)) {
    return noLegacy(
      'Nobody knows of a legacy repository that this chart was in.',
    );
  }
  if (legacy.kind === 'absent' && !legacy.seen && !everMoved(facts)) {
    return noLegacy(
      'The legacy repository does not list this chart, and was never seen to.',
    );
  }
  for (const phase of PHASES.slice(1).reverse()) {
    const needs = needsOf(phase, known);
    const met = allMet(needs);
    if (met === true) {
      return { phase, because: becauseOf(phase, needs, known), held: false };
    }
    const at = facts.reached[phase];
    if (met === null && at !== undefined) {
      return { phase, because: becauseHeld(needs, at), held: true };
    }
  }
  return {
    phase: 'notStarted',
    because: becauseOf('notStarted', [], known),
    held: false,
  };
}

function noLegacy(because: string): FoundPhase {
  return { phase: 'noLegacy', because, held: false };
}

function becauseHeld(needs: readonly Need[], at: string): string {
  const open = needs.find(({ met }) => met === null)?.finding ?? '';
  return `It was so on ${dayOf(
    at,
  )}, and whether it still is cannot be told now. ${open}`.trim();
}

/** What it stands on, and what keeps it from being the next one. */
function becauseOf(
  phase: BarPhase,
  needs: readonly Need[],
  known: Knowledge,
): string {
  const stands = needs.at(phase === 'retired' ? 0 : -1)?.finding;
  const next = PHASES[PHASES.indexOf(phase) + 1];
  const misses =
    next && needsOf(next, known).find(({ met }) => met !== true)?.finding;
  const both =
    phase === 'retired' ? [stands, needs.at(-1)?.finding] : [stands, misses];
  return both.filter(Boolean).join(' ');
}
