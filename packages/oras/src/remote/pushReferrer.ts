import type { Descriptor } from '../descriptor/Descriptor';
import { MEDIA_TYPES } from '../descriptor/mediaTypes';
import { Mutex } from '../target/Mutex';
import { Referrer, referrerIn } from '../target/Referrer';
import type { CallOptions } from '../target/Target';
import { fallbackTag, readFallback } from './fallbackTag';
import { putManifest } from './pushContent';
import type { RegistryClient } from './RegistryClient';

/** The fallback index is read, changed and written back: in this process one at a time. Other processes may still race. */
const writers = new Mutex();

/**
 * Pushes a manifest by digest, and when it has a subject that the registry does not keep track of, lists it under the fallback tag.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests-with-subject
 * @internal
 */
export async function pushManifest(
  client: RegistryClient,
  repository: string,
  descriptor: Descriptor,
  bytes: Uint8Array,
  options: CallOptions = {},
): Promise<void> {
  const { digest, mediaType } = descriptor;
  const manifest = { mediaType, bytes };
  const handled = await putManifest(
    client,
    repository,
    digest,
    manifest,
    options,
  );
  const referrer = referrerIn(descriptor, bytes);
  if (referrer && handled !== referrer.subject.digest) {
    const tag = fallbackTag(referrer.subject.digest);
    await writers.run(`${client.origin}/${repository}:${tag}`, () =>
      addToFallback(client, repository, referrer, options),
    );
  }
}

async function addToFallback(
  client: RegistryClient,
  repository: string,
  { subject, descriptor }: Referrer,
  options: CallOptions,
): Promise<void> {
  const index = await readFallback(client, repository, subject, options);
  const manifests = index?.manifests ?? [];
  if (manifests.some(({ digest }) => digest === descriptor.digest)) {
    return;
  }
  const json = JSON.stringify({
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.imageIndex,
    manifests: [...manifests, descriptor],
    ...(index?.annotations && { annotations: index.annotations }),
  });
  const changed = {
    mediaType: MEDIA_TYPES.imageIndex,
    bytes: new TextEncoder().encode(json),
  };
  const tag = fallbackTag(subject.digest);
  await putManifest(client, repository, tag, changed, options);
}
