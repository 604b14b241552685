import type { MigrationState } from '../api/migrationTypes';
import { runAll } from '../checks/runChecks';
import { alarmsOf } from './alarms';
import { knowledgeOf } from './knowledge';
import { manualItemsOf } from './manual';
import { nextStepOf } from './nextStepOf';
import { parityReport } from './parityOf';
import { findPhase, stepsOf } from './phases';
import { rollbackOf } from './rollback';
import type { MigrationFacts } from './types';

/**
 * Everything the page says of one chart's migration, from the facts alone: the same facts give the same state, byte for byte. Whoever keeps
 * `facts.reached` records `phase` after every call.
 *
 * @param may - what the reader may do; it changes nothing else
 * @public
 */
export function migrationState(
  facts: MigrationFacts,
  may: MigrationState['may'],
): MigrationState {
  const known = knowledgeOf(facts);
  const { phase, because } = findPhase(known);
  const alarms = alarmsOf(known, phase);
  const ran = runAll(known);
  const checks = ran.map(({ result }) => result);
  const manual = manualItemsOf(known, phase, ran);
  return {
    chartId: facts.chartId,
    reference: known.reference,
    phase,
    because,
    alarms,
    steps: stepsOf(phase, known),
    nextStep: nextStepOf(known, phase, alarms, checks, manual),
    plan: facts.plan,
    checks,
    manual,
    parity: parityReport(known),
    rollback: rollbackOf(phase, known),
    may: { signOff: may.signOff, plan: may.plan },
  };
}
