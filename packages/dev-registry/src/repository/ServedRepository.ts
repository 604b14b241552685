import { Descriptor, Digest, Referrers, Target } from 'chart-provenance-oras';
import { isDigest } from '../server/grammar';
import { BlobSizes } from './BlobSizes';
import { Deletions } from './Deletions';
import { undefinedWhenNotFound } from './notFound';

/** A manifest and its bytes. */
export interface StoredManifest {
  descriptor: Descriptor;
  bytes: Uint8Array;
}

/**
 * A target as the endpoints need it: blobs by digest alone, absence as `undefined`, and deletion.
 *
 * @internal
 */
export class ServedRepository {
  private readonly sizes: BlobSizes;
  private readonly deletions = new Deletions();

  constructor(private readonly target: Target) {
    this.sizes = new BlobSizes(target);
  }

  async manifest(tagOrDigest: string): Promise<StoredManifest | undefined> {
    if (this.deletions.has(tagOrDigest)) {
      return undefined;
    }
    const found = await undefinedWhenNotFound(
      this.target.fetchManifest(tagOrDigest),
    );
    if (!found || this.deletions.has(found.descriptor.digest)) {
      return undefined;
    }
    this.sizes.learnFrom(found.bytes);
    return found;
  }

  async blobDescriptor(digest: Digest): Promise<Descriptor | undefined> {
    return this.deletions.has(digest) ? undefined : this.sizes.find(digest);
  }

  /** @param descriptor - as `blobDescriptor` gave it */
  async blob(descriptor: Descriptor): Promise<Uint8Array | undefined> {
    return undefinedWhenNotFound(
      this.target.fetch(descriptor, { maxBytes: descriptor.size }),
    );
  }

  /** In no particular order. */
  async tags(): Promise<string[]> {
    const all: string[] = [];
    for await (const page of this.target.tags()) {
      all.push(...page);
    }
    return all.filter(tag => !this.deletions.has(tag));
  }

  async referrers(subject: Digest): Promise<Referrers['descriptors']> {
    // Only the digest is known here, and the subject need not exist.
    const { descriptors } = await this.target.referrers(
      { mediaType: 'application/octet-stream', digest: subject, size: 0 },
      { maxReferrers: 100_000 },
    );
    return descriptors.filter(({ digest }) => !this.deletions.has(digest));
  }

  /** @param digest - already checked against the bytes */
  async putBlob(digest: Digest, bytes: Uint8Array): Promise<void> {
    await this.target.push(this.sizes.learn(digest, bytes.length), bytes);
    this.deletions.undo(digest);
  }

  /** @param descriptor - already checked against the bytes */
  async putManifest(
    descriptor: Descriptor,
    bytes: Uint8Array,
    tag?: string,
  ): Promise<void> {
    await this.target.push(descriptor, bytes);
    this.deletions.undo(descriptor.digest);
    this.sizes.learnFrom(bytes);
    if (tag !== undefined) {
      await this.target.tag(descriptor, tag);
      this.deletions.undo(tag);
    }
  }

  /**
   * A tag goes alone; a digest takes its tags with it.
   *
   * @returns false when it is not there
   */
  async deleteManifest(tagOrDigest: string): Promise<boolean> {
    const found = await this.manifest(tagOrDigest);
    if (!found) {
      return false;
    }
    if (isDigest(tagOrDigest)) {
      for (const tag of await this.tags()) {
        const tagged = await this.manifest(tag);
        if (tagged?.descriptor.digest === tagOrDigest) {
          this.deletions.add(tag);
        }
      }
    }
    this.deletions.add(tagOrDigest);
    return true;
  }

  async deleteBlob(digest: Digest): Promise<boolean> {
    const found = await this.blobDescriptor(digest);
    if (found) {
      this.deletions.add(digest);
    }
    return found !== undefined;
  }
}
