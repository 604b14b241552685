import { Digest } from 'chart-provenance-oras';
import { RegistryState } from './RegistryState';

/**
 * The bytes of a blob that another repository has. Without `from` every repository that can be listed is asked.
 *
 * @param mayReadFrom - a mount must not lend the caller what it cannot pull
 * @returns undefined when it is nowhere the caller may look
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#mounting-a-blob-from-another-repository
 * @internal
 */
export async function findMountable(
  state: RegistryState,
  digest: Digest,
  mayReadFrom: (repository: string) => boolean,
  from?: string,
): Promise<Uint8Array | undefined> {
  const names = from === undefined ? state.repositories.names() ?? [] : [from];
  for (const name of names.filter(mayReadFrom)) {
    const source = state.repositories.find(name);
    const descriptor = await source?.blobDescriptor(digest);
    const bytes = descriptor && (await source?.blob(descriptor));
    if (bytes) {
      return bytes;
    }
  }
  return undefined;
}
