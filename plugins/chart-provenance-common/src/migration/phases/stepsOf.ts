import type { MigrationPhase, PhaseStep } from '../../api/migrationTypes';
import type { Knowledge } from '../knowledge';
import { needsOf } from './needsOf';
import { BarPhase, Need, PHASES, rankOf } from './types';

/** The phases of the bar; none for a chart that was in no legacy repository. */
export function stepsOf(
  present: MigrationPhase,
  known: Knowledge,
): PhaseStep[] {
  const { reached, plan } = known.facts;
  if (present === 'noLegacy') {
    return [];
  }
  const planned: Record<BarPhase, string | null> = {
    notStarted: null,
    dualPublishing: null,
    cutOver: plan?.cutOverOn ?? null,
    deprecationWindow: plan?.deprecatedOn ?? null,
    retired: plan?.retireOn ?? null,
  };
  return PHASES.map((phase, rank) => ({
    phase,
    state: stateOf(rank, rankOf(present)),
    plannedOn: planned[phase],
    reachedAt: reached[phase] ?? null,
    needs: needsOf(phase, known).map(stepNeed),
  }));
}

function stateOf(rank: number, present: number): PhaseStep['state'] {
  if (rank === present) {
    return 'present';
  }
  return rank < present ? 'done' : 'ahead';
}

function stepNeed({ claim, met, finding }: Need): PhaseStep['needs'][number] {
  return { text: met === true ? claim : `${claim} ${finding}`, met };
}
