import {
  KeyConfig,
  KeyringConfig,
  RootConfig,
  StoreConfig,
  TrustConfig,
} from '../../config';
import { MaterialKind } from './policiesUsing';

/** What the configuration says of a root, key, keyring or store. */
export function configuredMaterial(
  { roots, keys, keyrings, stores }: TrustConfig,
  kind: MaterialKind,
  id: string,
): RootConfig | KeyConfig | KeyringConfig | StoreConfig | undefined {
  const list = { root: roots, key: keys, keyring: keyrings, store: stores }[
    kind
  ];
  return [...list].find(one => one.id === id);
}
