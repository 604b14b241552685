import { Descriptor } from 'chart-provenance-oras';
import { Call } from '../server/Call';
import { requireDigest } from '../server/grammar';
import { RegistryError } from '../server/RegistryError';
import { Reply } from '../server/Reply';
import { nextLink } from './nextLink';
import { RegistryState } from './RegistryState';

/** @internal */
export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';

/**
 * 200 even when there is none, nor a repository; 404 is how a registry says that it does not know the endpoint.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 * @internal
 */
export async function listReferrers(
  state: RegistryState,
  name: string,
  digest: string,
  call: Call,
): Promise<Reply> {
  if (!state.referrersApi) {
    throw new RegistryError(404, 'UNSUPPORTED', 'no referrers API');
  }
  const subject = requireDigest(digest);
  const all = (await state.repositories.find(name)?.referrers(subject)) ?? [];
  const artifactType = call.query.get('artifactType');
  const matching = all.filter(
    descriptor => !artifactType || descriptor.artifactType === artifactType,
  );
  const after = call.query.get('last');
  const rest = matching.slice(
    matching.findIndex(descriptor => descriptor.digest === after) + 1,
  );
  const page = rest.slice(0, state.pageSize.referrers);
  return {
    status: 200,
    headers: {
      'Content-Type': INDEX_TYPE,
      ...(artifactType ? { 'OCI-Filters-Applied': 'artifactType' } : {}),
      ...(page.length < rest.length
        ? nextLink(call.path, {
            ...(artifactType ? { artifactType } : {}),
            last: page[page.length - 1].digest,
          })
        : {}),
    },
    body: referrersIndex(page),
  };
}

/** @internal */
export function referrersIndex(descriptors: readonly Descriptor[]): Uint8Array {
  return Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: INDEX_TYPE,
      manifests: descriptors,
    }),
  );
}
