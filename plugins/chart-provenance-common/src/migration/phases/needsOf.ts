import type { Knowledge } from '../knowledge';
import { consumersRead, offLegacy } from './consumerNeeds';
import { deprecated } from './deprecated';
import { goneFromLegacy } from './goneFromLegacy';
import {
  inRegistry,
  newestInRegistry,
  newestNotDifferent,
  sameBytes,
} from './registryNeeds';
import type { BarPhase, Need } from './types';

const CUT_OVER = [newestNotDifferent, consumersRead, offLegacy];

const NEEDS: Record<BarPhase, readonly ((known: Knowledge) => Need)[]> = {
  notStarted: [],
  dualPublishing: [inRegistry, newestInRegistry, sameBytes],
  cutOver: CUT_OVER,
  deprecationWindow: [...CUT_OVER, deprecated],
  retired: [goneFromLegacy, inRegistry, consumersRead, offLegacy],
};

/** What has to hold for a phase, and whether it does. */
export function needsOf(phase: BarPhase, known: Knowledge): Need[] {
  return NEEDS[phase].map(need => need(known));
}

/** All of them hold; null when that cannot be told, false as soon as one does not. */
export function allMet(needs: readonly Need[]): boolean | null {
  if (needs.some(({ met }) => met === false)) {
    return false;
  }
  return needs.every(({ met }) => met === true) ? true : null;
}
