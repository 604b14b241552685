import { OwnerSuggestion } from '../api/inventoryTypes';
import { reasonsFor } from './reasonsFor';
import { OwnerCandidates, UnclaimedFacts, WeighedReason } from './types';

const MOST = 5;
const KINDS: readonly WeighedReason['kind'][] = [
  'signer',
  'image-source',
  'name',
  'annotation',
  'maintainer',
  'workload-label',
];
/** What people wrote adds up to less than a proven signer, however much of it there is. */
const MOST_CLAIMED = 60;

/**
 * Entities that might own a chart, the likeliest first, at most 5. Suggestions for a person who decides: nothing follows from them, and
 * no verdict looks at them. What is proven outweighs everything that is claimed. Deterministic, and independent of any order.
 *
 * @public
 */
export function suggestOwners(
  facts: UnclaimedFacts,
  candidates: OwnerCandidates,
): OwnerSuggestion[] {
  const found = new Map<string, WeighedReason[]>();
  for (const reason of reasonsFor(facts, candidates)) {
    found.set(reason.entityRef, [
      ...(found.get(reason.entityRef) ?? []),
      reason,
    ]);
  }
  return [...found]
    .map(([entityRef, reasons]) => suggestion(entityRef, reasons))
    .sort((a, b) => b.score - a.score || (a.entityRef < b.entityRef ? -1 : 1))
    .slice(0, MOST);
}

function suggestion(
  entityRef: string,
  reasons: readonly WeighedReason[],
): OwnerSuggestion {
  const strongest = KINDS.flatMap(kind => strongestOf(kind, reasons));
  const proven = strongest.find(({ kind }) => kind === 'signer')?.weight ?? 0;
  const claimed =
    strongest.reduce((sum, { weight }) => sum + weight, 0) - proven;
  return {
    entityRef,
    reasons: strongest.map(({ kind, text }) => ({ kind, text })),
    score:
      proven > 0
        ? proven + Math.min(100 - proven, Math.floor(claimed / 4))
        : Math.min(MOST_CLAIMED, claimed),
  };
}

/** One reason a kind: a hundred lines that say the same weigh no more than one. */
function strongestOf(
  wanted: WeighedReason['kind'],
  reasons: readonly WeighedReason[],
): WeighedReason[] {
  return reasons
    .filter(({ kind }) => kind === wanted)
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, 1);
}
