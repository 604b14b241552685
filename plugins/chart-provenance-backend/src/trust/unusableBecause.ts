import { isDemoRoot } from '../config';
import { RootInput, TrustMaterialSet } from '../verification';

/** Why a trusted root cannot take the place of the one in force; null when it can. */
export function unusableBecause(
  input: RootInput,
  production: boolean,
): string | null {
  const [{ ok, detail }] = TrustMaterialSet.from({
    roots: [input],
    keys: [],
  }).states(new Date(0));
  if (!ok) {
    return detail;
  }
  return production && isDemoRoot(input.trustedRoot)
    ? 'It is the root of the examples, which is for demonstrations only.'
    : null;
}
