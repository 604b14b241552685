import { Descriptor } from '../descriptor/Descriptor';

/**
 * Options every operation takes.
 *
 * @public
 */
export interface CallOptions {
  signal?: AbortSignal;
}

/**
 * @public
 */
export interface FetchOptions extends CallOptions {
  /** Refuse more than this many bytes. Default 4 MiB for manifests, 32 MiB for blobs. */
  maxBytes?: number;
}

/**
 * Turns a tag or a digest into a descriptor of the manifest it names.
 *
 * @public
 */
export interface Resolver {
  resolve(tagOrDigest: string, options?: CallOptions): Promise<Descriptor>;
}

/**
 * Fetches content whole. The bytes returned always hash to `descriptor.digest` and have `descriptor.size`, or it throws
 * `OrasError` with code `digest-mismatch` or `size-mismatch`. Manifest media types are read from the manifest endpoint.
 *
 * @public
 */
export interface Fetcher {
  fetch(descriptor: Descriptor, options?: FetchOptions): Promise<Uint8Array>;
}

/**
 * Resolves and fetches a manifest in one request; the descriptor is computed from the bytes, a header is a hint.
 *
 * @public
 */
export interface ManifestFetcher {
  fetchManifest(
    tagOrDigest: string,
    options?: FetchOptions,
  ): Promise<{ descriptor: Descriptor; bytes: Uint8Array }>;
}

/**
 * @public
 */
export interface TagLister {
  /** Yields page after page; a short page is not the end. Bounded by `maxPages` (default 1,000) and `maxTags` (default 100,000). */
  tags(options?: TagListOptions): AsyncIterable<string[]>;
}

/**
 * @public
 */
export interface TagListOptions extends CallOptions {
  /** Start after this tag. */
  last?: string;
  pageSize?: number;
  maxPages?: number;
  maxTags?: number;
}

/**
 * The referrers of a manifest.
 *
 * @public
 */
export interface Referrers {
  descriptors: Descriptor[];
  /** `api`: the referrers API answered. `fallback-tag`: the `sha256-<hex>` tag was read. `none`: neither exists. */
  source: 'api' | 'fallback-tag' | 'none';
}

/**
 * @public
 */
export interface ReferrerLister {
  /**
   * All pages, bounded by `maxReferrers` (default 1,000). `artifactType` filters here, whatever the registry did; it
   * is ignored for a fallback index, whose artifact types lie.
   */
  referrers(
    subject: Descriptor,
    options?: CallOptions & { artifactType?: string; maxReferrers?: number },
  ): Promise<Referrers>;
}

/**
 * @public
 */
export interface Pusher {
  /** Pushes one blob or manifest; a no-op when it is there. Throws `digest-mismatch` when the bytes are not what the descriptor says. */
  push(
    descriptor: Descriptor,
    bytes: Uint8Array,
    options?: CallOptions,
  ): Promise<void>;
  /** Points a tag at a manifest that is there. */
  tag(
    descriptor: Descriptor,
    tag: string,
    options?: CallOptions,
  ): Promise<void>;
  exists(descriptor: Descriptor, options?: CallOptions): Promise<boolean>;
}

/**
 * Takes away what is in a repository. What another tag or manifest still needs is not looked for: whoever deletes decides.
 *
 * @public
 */
export interface Deleter {
  /** Takes one tag away; its manifest stays. Throws `not-found` when there is no such tag. */
  untag(tag: string, options?: CallOptions): Promise<void>;
  /**
   * Takes a blob away, or a manifest with every tag that names it and its place among the referrers. A blob that is a manifest
   * here as well stays. Throws `not-found` when it is not there.
   */
  delete(descriptor: Descriptor, options?: CallOptions): Promise<void>;
}

/**
 * Everything that can be read from one repository.
 *
 * @public
 */
export interface ReadOnlyTarget
  extends Resolver,
    Fetcher,
    ManifestFetcher,
    TagLister,
    ReferrerLister {}

/**
 * A repository that can also be written: `RemoteRepository`, `OciLayout`, `MemoryStore`.
 *
 * @public
 */
export interface Target extends ReadOnlyTarget, Pusher {}
