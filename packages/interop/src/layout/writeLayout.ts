import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Descriptor, Repository } from '../registry/repository.ts';

const REF_NAME = 'org.opencontainers.image.ref.name';

/** Writes a repository as an OCI image layout: whatever its manifests need. */
export function writeLayout(repository: Repository, folder: string): void {
  const blobs = join(folder, 'blobs', 'sha256');
  mkdirSync(blobs, { recursive: true });
  const write = (digest: string, bytes: Uint8Array) =>
    writeFileSync(join(blobs, digest.slice('sha256:'.length)), bytes);

  for (const [digest, { bytes, manifest }] of repository.manifests) {
    write(digest, bytes);
    for (const part of [manifest.config, ...(manifest.layers ?? [])]) {
      const blob = part && repository.blobs.get(part.digest);
      if (blob) {
        write(part.digest, blob);
      }
    }
  }
  writeFileSync(
    join(folder, 'oci-layout'),
    JSON.stringify({ imageLayoutVersion: '1.0.0' }),
  );
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: indexEntries(repository),
  };
  writeFileSync(
    join(folder, 'index.json'),
    `${JSON.stringify(index, undefined, 2)}\n`,
  );
}

/** Tagged manifests first, by tag; then the untagged ones, by digest. */
function indexEntries(repository: Repository): Descriptor[] {
  const tags = [...repository.tags].sort(([a], [b]) => (a < b ? -1 : 1));
  const tagged = new Set(repository.tags.values());
  const untagged = [...repository.manifests.keys()]
    .filter(digest => !tagged.has(digest))
    .sort();
  return [
    ...tags.map(([tag, digest]) => ({
      ...repository.descriptor(digest),
      annotations: { [REF_NAME]: tag },
    })),
    ...untagged.map(digest => repository.descriptor(digest)),
  ];
}
