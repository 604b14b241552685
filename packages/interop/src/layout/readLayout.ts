import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Digest } from '../registry/digest.ts';
import { Repository, type Descriptor } from '../registry/repository.ts';

/**
 * Reads an OCI image layout back.
 *
 * @throws when a blob is missing or does not have its descriptor's size and digest.
 */
export function readLayout(folder: string): Repository {
  const repository = new Repository();
  const read = ({ digest, size }: Descriptor) => {
    const path = join(folder, 'blobs', 'sha256', digest.slice(7));
    const bytes = readFileSync(path);
    if (sha256Digest(bytes) !== digest || bytes.length !== size) {
      throw new Error(`${path} is not what its descriptor says`);
    }
    return bytes;
  };
  const index: { manifests: Descriptor[] } = JSON.parse(
    readFileSync(join(folder, 'index.json'), 'utf8'),
  );
  for (const descriptor of index.manifests) {
    const tag = descriptor.annotations?.['org.opencontainers.image.ref.name'];
    const digest = repository.putManifest(
      read(descriptor),
      descriptor.mediaType,
      tag,
    );
    const { config, layers = [] } = repository.manifest(digest);
    for (const part of config ? [config, ...layers] : layers) {
      repository.putBlob(read(part));
    }
  }
  return repository;
}
