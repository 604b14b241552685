import type { SnippetInput } from '../types';
import { legacyPlace } from './cel';
import { Abilities, askedPolicies, chartPlace } from './facts';
import type { RuleFacts } from './rules';

/** What every policy about the chart is made from. @throws SnippetError for what cannot be written inertly */
export function ruleFacts(
  input: SnippetInput,
  abilities: Abilities,
): RuleFacts {
  return {
    input,
    place: chartPlace(input),
    asked: askedPolicies(input, abilities),
    legacy: legacyPlace(input),
  };
}

/** Why nothing can be enforced for this chart; null when something can. */
export function nobodyToAsk(
  input: SnippetInput,
  { otherRoots }: Abilities,
): string | null {
  if (input.policies.length === 0) {
    return 'Nobody has said who may sign this chart: without a policy there is nothing to enforce.';
  }
  const [{ name, anyOf }] = input.policies;
  const known = anyOf.some(one =>
    one.kind === 'keyless'
      ? input.roots.some(
          ({ id, type }) =>
            id === one.root && (otherRoots || type === 'publicGood'),
        )
      : one.kind === 'key' && input.keys.some(({ id }) => id === one.key),
  );
  return known
    ? null
    : `The policy ${name} names no signer that this tool can ask for.`;
}
