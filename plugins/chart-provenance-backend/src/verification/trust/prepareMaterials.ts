import { prepareKeyring } from '../provenanceFile';
import { TrustInput } from './TrustInput';
import { TrustMaterialSet } from './TrustMaterialSet';

/**
 * Checks and prepares trust material. The same input at the same `now` gives the same hash, in whatever thread. Never throws for bad
 * material: nothing is proven under it.
 *
 * @param now - what has expired or is revoked now stays out until the material is prepared again.
 * @internal
 */
export async function prepareMaterials(
  { roots, keys, keyrings, stores }: TrustInput,
  now: Date = new Date(),
): Promise<TrustMaterialSet> {
  return TrustMaterialSet.from({
    roots,
    keys,
    keyrings: await Promise.all(
      keyrings.map(keyring => prepareKeyring(keyring, now)),
    ),
    stores,
  });
}
