import {
  KeyConfig,
  KeyringConfig,
  RootConfig,
  TrustConfig,
} from '../../config';
import { MaterialKind } from './policiesUsing';

/** What the configuration says of a root, key or keyring. */
export function configuredMaterial(
  { roots, keys, keyrings }: TrustConfig,
  kind: MaterialKind,
  id: string,
): RootConfig | KeyConfig | KeyringConfig | undefined {
  const list = { root: roots, key: keys, keyring: keyrings }[kind];
  return [...list].find(one => one.id === id);
}
