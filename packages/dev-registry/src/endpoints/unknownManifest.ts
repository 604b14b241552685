import { RegistryError } from '../server/RegistryError';

/** @internal */
export function unknownManifest(reference: string): RegistryError {
  return new RegistryError(404, 'MANIFEST_UNKNOWN', `no manifest ${reference}`);
}
