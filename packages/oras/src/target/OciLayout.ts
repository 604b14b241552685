import { resolve as resolvePath } from 'node:path';
import { describeManifest } from '../descriptor/describeManifest';
import type { Descriptor, Digest } from '../descriptor/Descriptor';
import { isManifestType } from '../descriptor/mediaTypes';
import { MANIFEST_LIMIT } from '../descriptor/parseManifest';
import { verifyContent } from '../descriptor/verifyContent';
import { OrasError } from '../error/OrasError';
import { isDigest } from '../reference/parseDigest';
import { isTag } from '../reference/parseTag';
import {
  byteLimit,
  checkReferrerCount,
  tagPages,
  throwIfAborted,
} from './bounds';
import {
  blobPath,
  readBounded,
  removeFile,
  sizeOf,
  writeWhole,
} from './layoutFiles';
import {
  LayoutIndex,
  nameOf,
  withManifest,
  withName,
  withoutName,
} from './LayoutIndex';
import { assertTag, notFound } from './assertTag';
import { Mutex } from './Mutex';
import { Referrer, referrerIn } from './Referrer';
import type {
  CallOptions,
  Deleter,
  FetchOptions,
  Referrers,
  TagListOptions,
  Target,
} from './Target';

/** Writers of one directory take turns, however many `OciLayout`s of this process have it open. */
const writers = new Mutex();

/**
 * @public
 */
export interface OciLayoutOptions {
  /** Make a layout where there is none. Default false: it throws `not-found`. */
  create?: boolean;
}

/**
 * One repository in a directory, as an OCI image layout. Tags are the names in `index.json`; referrers are computed from the
 * subjects of the manifests listed there. Several instances in one process may write; other processes may read meanwhile.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 * @public
 */
export class OciLayout implements Target, Deleter {
  /** Absolute. */
  readonly directory: string;
  private readonly index: LayoutIndex;
  /** By digest, and so never out of date. */
  private readonly subjects = new Map<Digest, Referrer | undefined>();

  private constructor(directory: string) {
    this.directory = directory;
    this.index = new LayoutIndex(directory);
  }

  /**
   * @throws OrasError `not-found` where there is no layout, `unsupported` for another version
   */
  static async open(
    directory: string,
    options: OciLayoutOptions = {},
  ): Promise<OciLayout> {
    const layout = new OciLayout(resolvePath(directory));
    await writers.run(layout.directory, async () => {
      if (await layout.index.isPresent()) {
        return;
      }
      if (!options.create) {
        throw new OrasError('not-found', 'the directory holds no OCI layout');
      }
      await layout.index.create();
    });
    return layout;
  }

  async resolve(
    tagOrDigest: string,
    options?: CallOptions,
  ): Promise<Descriptor> {
    return (await this.fetchManifest(tagOrDigest, options)).descriptor;
  }

  async fetch(
    descriptor: Descriptor,
    options?: FetchOptions,
  ): Promise<Uint8Array> {
    throwIfAborted(options);
    const path = blobPath(this.directory, descriptor.digest);
    const bytes = await readBounded(path, byteLimit(descriptor, options));
    if (!bytes) {
      throw notFound(descriptor.digest);
    }
    verifyContent(descriptor, bytes);
    return bytes;
  }

  async fetchManifest(
    tagOrDigest: string,
    options: FetchOptions = {},
  ): Promise<{ descriptor: Descriptor; bytes: Uint8Array }> {
    throwIfAborted(options);
    const entries = (await this.index.read()).filter(entry =>
      isDigest(tagOrDigest)
        ? entry.digest === tagOrDigest
        : nameOf(entry) === tagOrDigest,
    );
    if (new Set(entries.map(entry => entry.digest)).size > 1) {
      throw new OrasError(
        'malformed-response',
        `index.json gives the name ${tagOrDigest} to several manifests`,
      );
    }
    if (entries.length === 0 && !isDigest(tagOrDigest)) {
      throw notFound(tagOrDigest);
    }
    const digest = entries[0]?.digest ?? tagOrDigest;
    const limit = options.maxBytes ?? MANIFEST_LIMIT;
    const path = blobPath(this.directory, digest);
    const bytes = await readBounded(path, limit);
    if (!bytes) {
      throw notFound(tagOrDigest);
    }
    if (entries.length > 0) {
      verifyContent(entries[0], bytes);
    }
    const { mediaType } = entries[0] ?? {};
    return { descriptor: describeManifest(bytes, mediaType, digest), bytes };
  }

  async *tags(options?: TagListOptions): AsyncIterable<string[]> {
    const names = (await this.index.read()).map(nameOf);
    const tags = new Set(
      names.filter(name => name !== undefined && isTag(name)),
    );
    const sorted = [...tags].flatMap(tag => tag ?? []).sort();
    for (const page of tagPages(sorted, options)) {
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
    const { artifactType } = options;
    const found = new Map<Digest, Descriptor>();
    for (const entry of await this.index.read()) {
      const referrer = await this.referrerOf(entry, options);
      if (referrer?.subject.digest === subject.digest) {
        found.set(entry.digest, { ...referrer.descriptor });
      }
    }
    const descriptors = [...found.values()].filter(
      one => !artifactType || one.artifactType === artifactType,
    );
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
    if (!(await this.hasBlob(descriptor))) {
      await writeWhole(blobPath(this.directory, descriptor.digest), bytes);
    }
    if (isManifestType(descriptor.mediaType)) {
      await this.update(entries => withManifest(entries, descriptor));
    }
  }

  async tag(
    descriptor: Descriptor,
    tag: string,
    options?: CallOptions,
  ): Promise<void> {
    throwIfAborted(options);
    assertTag(tag);
    const { descriptor: manifest } = await this.fetchManifest(
      descriptor.digest,
      options,
    );
    await this.update(entries => {
      const listed = withManifest(entries, manifest);
      const entry = listed.find(one => one.digest === manifest.digest);
      return withName(listed, entry ?? manifest, tag);
    });
  }

  async exists(
    descriptor: Descriptor,
    options?: CallOptions,
  ): Promise<boolean> {
    throwIfAborted(options);
    const { digest, mediaType } = descriptor;
    if (!(await this.hasBlob(descriptor))) {
      return false;
    }
    return (
      !isManifestType(mediaType) ||
      (await this.index.read()).some(entry => entry.digest === digest)
    );
  }

  async untag(tag: string, options?: CallOptions): Promise<void> {
    throwIfAborted(options);
    await this.update(entries => {
      if (!entries.some(entry => nameOf(entry) === tag)) {
        throw notFound(tag);
      }
      return withoutName(entries, tag);
    });
  }

  async delete(descriptor: Descriptor, options?: CallOptions): Promise<void> {
    throwIfAborted(options);
    const { digest, mediaType } = descriptor;
    let listed = false;
    if (isManifestType(mediaType)) {
      await this.update(entries => entries.filter(e => e.digest !== digest));
    } else {
      listed = (await this.index.read()).some(e => e.digest === digest);
    }
    const path = blobPath(this.directory, digest);
    // The index first: a listed manifest whose content is gone would break the layout for every reader.
    if (!listed && !(await removeFile(path))) {
      throw notFound(digest);
    }
  }

  private async hasBlob({ digest, size }: Descriptor): Promise<boolean> {
    return (await sizeOf(blobPath(this.directory, digest))) === size;
  }

  private async referrerOf(
    entry: Descriptor,
    options: CallOptions,
  ): Promise<Referrer | undefined> {
    if (!isManifestType(entry.mediaType)) {
      return undefined;
    }
    if (!this.subjects.has(entry.digest)) {
      const bytes = await this.fetch(entry, options);
      this.subjects.set(entry.digest, referrerIn(entry, bytes));
    }
    return this.subjects.get(entry.digest);
  }

  private async update(
    change: (entries: Descriptor[]) => Descriptor[],
  ): Promise<void> {
    await writers.run(this.directory, async () => {
      await this.index.write(change(await this.index.read()));
    });
  }
}
