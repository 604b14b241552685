import {
  Deleter,
  Descriptor,
  Digest,
  Referrers,
  Target,
} from 'chart-provenance-oras';
import { isDigest } from '../server/grammar';
import { RegistryError } from '../server/RegistryError';
import { BlobSizes } from './BlobSizes';
import { undefinedWhenNotFound } from './notFound';

/** A manifest and its bytes. */
export interface StoredManifest {
  descriptor: Descriptor;
  bytes: Uint8Array;
}

/**
 * A target as the endpoints need it: blobs by digest alone, and absence as `undefined`.
 *
 * @internal
 */
export class ServedRepository {
  private readonly sizes: BlobSizes;

  constructor(private readonly target: Target) {
    this.sizes = new BlobSizes(target);
  }

  async manifest(tagOrDigest: string): Promise<StoredManifest | undefined> {
    const found = await undefinedWhenNotFound(
      this.target.fetchManifest(tagOrDigest),
    );
    if (found) {
      this.sizes.learnFrom(found.bytes);
    }
    return found;
  }

  async blobDescriptor(digest: Digest): Promise<Descriptor | undefined> {
    return this.sizes.find(digest);
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
    return all;
  }

  async referrers(subject: Digest): Promise<Referrers['descriptors']> {
    // Only the digest is known here, and the subject need not exist.
    const { descriptors } = await this.target.referrers(
      { mediaType: 'application/octet-stream', digest: subject, size: 0 },
      { maxReferrers: 100_000 },
    );
    return descriptors;
  }

  /** @param digest - already checked against the bytes */
  async putBlob(digest: Digest, bytes: Uint8Array): Promise<void> {
    await this.target.push(this.sizes.learn(digest, bytes.length), bytes);
  }

  /** @param descriptor - already checked against the bytes */
  async putManifest(
    descriptor: Descriptor,
    bytes: Uint8Array,
    tags: readonly string[],
  ): Promise<void> {
    await this.target.push(descriptor, bytes);
    this.sizes.learnFrom(bytes);
    for (const tag of tags) {
      await this.target.tag(descriptor, tag);
    }
  }

  /**
   * A tag goes alone; a digest takes its tags with it.
   *
   * @returns false when it is not there
   * @throws RegistryError 405 `UNSUPPORTED` when the target cannot delete
   */
  async deleteManifest(tagOrDigest: string): Promise<boolean> {
    const deleter = this.requireDeleter();
    const found = await this.manifest(tagOrDigest);
    if (!found) {
      return false;
    }
    await (isDigest(tagOrDigest)
      ? deleter.delete(found.descriptor)
      : deleter.untag(tagOrDigest));
    return true;
  }

  /**
   * @returns false when it is not there
   * @throws RegistryError 405 `UNSUPPORTED` when the target cannot delete
   */
  async deleteBlob(digest: Digest): Promise<boolean> {
    const deleter = this.requireDeleter();
    const found = await this.blobDescriptor(digest);
    if (!found) {
      return false;
    }
    await deleter.delete(found);
    this.sizes.forget(digest);
    return true;
  }

  private requireDeleter(): Deleter {
    if (!canDelete(this.target)) {
      throw new RegistryError(
        405,
        'UNSUPPORTED',
        'nothing can be deleted from this repository',
      );
    }
    return this.target;
  }
}

function canDelete(target: Target): target is Target & Deleter {
  return 'untag' in target && 'delete' in target;
}
