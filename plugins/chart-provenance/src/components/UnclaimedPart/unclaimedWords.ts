import {
  OwnerSuggestion,
  UnclaimedChart,
} from 'backstage-plugin-chart-provenance-common';

/**
 * Why nobody owns it, in a few words.
 *
 * @internal
 */
export const WHY_WORD: Record<UnclaimedChart['why'], string> = {
  'no-owner': 'no owner',
  'not-configured': 'not configured',
  'legacy-only': 'only in a legacy repository',
  conflict: 'claimed by several',
};

/**
 * Who told of it.
 *
 * @internal
 */
export const KNOWN_FROM_WORD: Record<
  UnclaimedChart['knownFrom'][number],
  string
> = {
  rule: "the operator's rule",
  listing: 'the registry',
  legacy: 'a legacy repository',
  consumer: 'a consumer',
  claim: 'an annotation',
};

type ReasonKind = OwnerSuggestion['reasons'][number]['kind'];

/**
 * Who says so. Only a signature is proven; all else was written by publishers and deployers, who may say anything.
 *
 * @internal
 */
export function whoSays(kind: ReasonKind): 'proven' | 'claimed' {
  return kind === 'signer' ? 'proven' : 'claimed';
}

/**
 * Does the reason begin with who says so? Then it is not said twice.
 *
 * @internal
 */
export function saysSo(kind: ReasonKind, text: string): boolean {
  return text.toLocaleLowerCase('en-US').startsWith(whoSays(kind));
}
