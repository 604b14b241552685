import { Descriptor, Digest, Target } from 'chart-provenance-oras';
import { ManifestLinks, parseManifestLinks } from './manifestLinks';
import { undefinedWhenNotFound } from './notFound';

const MAX_REFERRERS = 100_000;

/**
 * A URL names a blob by its digest alone and a target wants the size too. Sizes are learned from the blobs that are
 * pushed and the manifests that are pushed or pulled, and once from everything the target holds.
 *
 * @internal
 */
export class BlobSizes {
  private readonly sizes = new Map<Digest, number>();
  private readonly walked = new Set<Digest>();
  private walk: Promise<void> | undefined;

  constructor(private readonly target: Target) {}

  /** A size that was measured: what a manifest says later does not change it. */
  learn(digest: Digest, size: number): Descriptor {
    this.sizes.set(digest, size);
    return blobDescriptor(digest, size);
  }

  /** What was deleted may come again with another size: a digest does not bind what a manifest says of it. */
  forget(digest: Digest): void {
    this.sizes.delete(digest);
  }

  /** A manifest that does not parse says nothing. */
  learnFrom(manifest: Uint8Array): ManifestLinks | undefined {
    try {
      const links = parseManifestLinks(manifest);
      for (const blob of links.blobs) {
        if (!this.sizes.has(blob.digest)) {
          this.sizes.set(blob.digest, blob.size);
        }
      }
      return links;
    } catch {
      // A hostile manifest in a target must not break the blobs of the others.
      return undefined;
    }
  }

  async find(digest: Digest): Promise<Descriptor | undefined> {
    if (!this.sizes.has(digest)) {
      this.walk ??= this.readAll();
      await this.walk;
    }
    const size = this.sizes.get(digest);
    if (size === undefined) {
      return undefined;
    }
    const descriptor = blobDescriptor(digest, size);
    return (await this.target.exists(descriptor)) ? descriptor : undefined;
  }

  private async readAll(): Promise<void> {
    for await (const page of this.target.tags()) {
      for (const tag of page) {
        await this.readManifest(tag);
      }
    }
  }

  private async readManifest(tagOrDigest: string): Promise<void> {
    const found = await undefinedWhenNotFound(
      this.target.fetchManifest(tagOrDigest),
    );
    if (!found || this.walked.has(found.descriptor.digest)) {
      return;
    }
    this.walked.add(found.descriptor.digest);
    const links = this.learnFrom(found.bytes);
    for (const child of links?.manifests ?? []) {
      await this.readManifest(child.digest);
    }
    const { descriptors } = await this.target.referrers(found.descriptor, {
      maxReferrers: MAX_REFERRERS,
    });
    for (const referrer of descriptors) {
      await this.readManifest(referrer.digest);
    }
  }
}

// A manifest's media type would make a target look among manifests.
function blobDescriptor(digest: Digest, size: number): Descriptor {
  return { mediaType: 'application/octet-stream', digest, size };
}
