import type { Descriptor, Digest } from '../descriptor/Descriptor';
import { isManifestType } from '../descriptor/mediaTypes';
import { assertDigest, verifyContent } from '../descriptor/verifyContent';
import { isDigest } from '../reference/parseDigest';
import { assertTag, notFound } from './assertTag';
import {
  byteLimit,
  checkReferrerCount,
  tagPages,
  throwIfAborted,
} from './bounds';
import { Referrer, referrerIn } from './Referrer';
import type {
  CallOptions,
  Deleter,
  FetchOptions,
  Referrers,
  TagListOptions,
  Target,
} from './Target';

interface StoredManifest {
  descriptor: Descriptor;
  referrer: Referrer | undefined;
}

/**
 * One repository in memory. A manifest that does not parse is kept like any other; it just refers to nothing.
 *
 * @public
 */
export class MemoryStore implements Target, Deleter {
  private readonly contents = new Map<Digest, Uint8Array>();
  private readonly manifests = new Map<Digest, StoredManifest>();
  private readonly tagged = new Map<string, Digest>();

  /** The manifest's descriptor. */
  async resolve(
    tagOrDigest: string,
    options?: CallOptions,
  ): Promise<Descriptor> {
    throwIfAborted(options);
    const digest = isDigest(tagOrDigest)
      ? tagOrDigest
      : this.tagged.get(tagOrDigest);
    const found = digest && this.manifests.get(digest);
    if (!found) {
      throw notFound(tagOrDigest);
    }
    return { ...found.descriptor };
  }

  async fetch(
    descriptor: Descriptor,
    options?: FetchOptions,
  ): Promise<Uint8Array> {
    throwIfAborted(options);
    const bytes = this.contents.get(assertDigest(descriptor.digest));
    byteLimit(descriptor, options);
    if (!bytes) {
      throw notFound(descriptor.digest);
    }
    verifyContent(descriptor, bytes);
    return bytes.slice();
  }

  async fetchManifest(
    tagOrDigest: string,
    options?: FetchOptions,
  ): Promise<{ descriptor: Descriptor; bytes: Uint8Array }> {
    const descriptor = await this.resolve(tagOrDigest, options);
    return { descriptor, bytes: await this.fetch(descriptor, options) };
  }

  async *tags(options?: TagListOptions): AsyncIterable<string[]> {
    for (const page of tagPages([...this.tagged.keys()].sort(), options)) {
      throwIfAborted(options);
      yield page;
    }
  }

  async referrers(
    subject: Descriptor,
    options: CallOptions & {
      artifactType?: string;
      maxReferrers?: number;
    } = {},
  ): Promise<Referrers> {
    throwIfAborted(options);
    const { artifactType } = options;
    const descriptors = [...this.manifests.values()]
      .map(({ referrer }) => referrer)
      .filter(referrer => referrer?.subject.digest === subject.digest)
      .flatMap(referrer => (referrer ? [{ ...referrer.descriptor }] : []))
      .filter(one => !artifactType || one.artifactType === artifactType);
    checkReferrerCount(descriptors.length, options);
    return { descriptors, source: 'api' };
  }

  async push(
    descriptor: Descriptor,
    bytes: Uint8Array,
    options?: CallOptions,
  ): Promise<void> {
    throwIfAborted(options);
    verifyContent(descriptor, bytes);
    const { mediaType, digest, size } = descriptor;
    this.contents.set(digest, bytes.slice());
    if (isManifestType(mediaType)) {
      const stored = { mediaType, digest, size };
      this.manifests.set(digest, {
        descriptor: stored,
        referrer: referrerIn(stored, bytes),
      });
    }
  }

  async tag(
    descriptor: Descriptor,
    tag: string,
    options?: CallOptions,
  ): Promise<void> {
    throwIfAborted(options);
    assertTag(tag);
    if (!this.manifests.has(descriptor.digest)) {
      throw notFound(descriptor.digest);
    }
    this.tagged.set(tag, descriptor.digest);
  }

  async exists(
    descriptor: Descriptor,
    options?: CallOptions,
  ): Promise<boolean> {
    throwIfAborted(options);
    return isManifestType(descriptor.mediaType)
      ? this.manifests.has(descriptor.digest)
      : this.contents.has(descriptor.digest);
  }

  async untag(tag: string, options?: CallOptions): Promise<void> {
    throwIfAborted(options);
    if (!this.tagged.delete(tag)) {
      throw notFound(tag);
    }
  }

  async delete(descriptor: Descriptor, options?: CallOptions): Promise<void> {
    const { digest, mediaType } = descriptor;
    if (!(await this.exists(descriptor, options))) {
      throw notFound(digest);
    }
    if (isManifestType(mediaType)) {
      this.manifests.delete(digest);
      for (const [tag, named] of this.tagged) {
        if (named === digest) {
          this.tagged.delete(tag);
        }
      }
    }
    if (!this.manifests.has(digest)) {
      this.contents.delete(digest);
    }
  }
}
