import { emptyReply, Reply } from '../server/Reply';
import { RegistryState } from './RegistryState';
import { unknownManifest } from './unknownManifest';

/**
 * By tag only the tag goes; by digest the manifest, all its tags, and its place among the referrers.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#content-management
 * @internal
 */
export async function deleteManifest(
  state: RegistryState,
  name: string,
  reference: string,
): Promise<Reply> {
  const repository = state.repositories.require(name);
  if (!(await repository.deleteManifest(reference))) {
    throw unknownManifest(reference);
  }
  return emptyReply(202);
}
