import { isHearsay } from './boundHearsay';
import { Resolution } from './resolution';
import { OperatorWord } from './types';

/**
 * Settles what a legacy chart became where only its name tells: nothing new, when a chart that there is was at that place, by a rule or
 * because it was renamed; else what the first of the rules says whose templates give the place. Otherwise one name in an index would
 * make a missing chart of every rule that speaks of the index.
 */
export function settleGuesses(
  { rules }: OperatorWord,
  resolutions: readonly Resolution[],
  placeOf: (resolution: Resolution) => string | undefined,
): Resolution[] {
  const order = new Map(rules.map(({ rule }, index) => [rule, index]));
  const rankOf = ({ candidate: { match } }: Resolution) =>
    (match && order.get(match.rule)) ?? Infinity;
  const taken = new Set<string | undefined>();
  const first = new Map<string | undefined, number>();
  for (const resolution of resolutions) {
    const place = placeOf(resolution);
    if (isGuess(resolution)) {
      const rank = Math.min(rankOf(resolution), first.get(place) ?? Infinity);
      first.set(place, rank);
    } else if (!isHearsay(resolution)) {
      taken.add(place);
    }
  }
  return resolutions.filter(resolution => {
    const place = placeOf(resolution);
    return (
      !isGuess(resolution) ||
      place === undefined ||
      (!taken.has(place) && rankOf(resolution) === first.get(place))
    );
  });
}

/** Nobody named the repository itself. */
function isGuess(resolution: Resolution): boolean {
  return isHearsay(resolution) && !resolution.candidate.tellers.has('consumer');
}
