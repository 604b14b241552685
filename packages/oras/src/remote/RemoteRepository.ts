import type { Descriptor } from '../descriptor/Descriptor';
import { isManifestType } from '../descriptor/mediaTypes';
import { verifyContent } from '../descriptor/verifyContent';
import { OrasError } from '../error/OrasError';
import { formatReference } from '../reference/formatReference';
import { isDigest } from '../reference/parseDigest';
import { parseReference } from '../reference/parseReference';
import { isTag } from '../reference/parseTag';
import type { Reference } from '../reference/Reference';
import { assertTag } from '../target/assertTag';
import type {
  CallOptions,
  FetchOptions,
  Referrers,
  TagListOptions,
  Target,
} from '../target/Target';
import { clientFor } from './clientFor';
import { contentCall, fetchContent, fetchManifest } from './fetchContent';
import { listReferrers, ReferrerOptions } from './listReferrers';
import { listTags } from './listTags';
import { putManifest, uploadBlob } from './pushContent';
import { pushManifest } from './pushReferrer';
import type { RegistryClient } from './RegistryClient';
import type { RemoteRepositoryOptions } from './RemoteRepositoryOptions';

/**
 * One repository of a registry, after the distribution specification 1.1. Every byte it returns was hashed here.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 * @public
 */
export class RemoteRepository implements Target {
  /** Without tag and digest. */
  readonly reference: Reference;
  private readonly client: RegistryClient;

  /**
   * @param reference - of the repository; a tag or digest in it is ignored
   * @param options - repositories of one registry that are given the same object share tokens; see `RemoteRegistry`
   * @throws InvalidReferenceError
   */
  constructor(
    reference: string | Pick<Reference, 'registry' | 'repository'>,
    options: RemoteRepositoryOptions = {},
  ) {
    // Objects are parsed too: both parts end up in URLs.
    const { registry, repository } = parseReference(
      typeof reference === 'string'
        ? reference
        : formatReference({
            registry: reference.registry,
            repository: reference.repository,
          }),
    );
    this.reference = { registry, repository };
    this.client = clientFor(registry, options);
  }

  /** Reads the manifest, see `fetchManifest`; a digest in a header is never taken for the manifest's. */
  async resolve(
    tagOrDigest: string,
    options?: CallOptions,
  ): Promise<Descriptor> {
    return (await this.fetchManifest(tagOrDigest, options)).descriptor;
  }

  async fetchManifest(
    tagOrDigest: string,
    options?: FetchOptions,
  ): Promise<{ descriptor: Descriptor; bytes: Uint8Array }> {
    if (!isTag(tagOrDigest) && !isDigest(tagOrDigest)) {
      throw new OrasError(
        'invalid-reference',
        `${JSON.stringify(tagOrDigest.slice(0, 160))} is no tag and no digest`,
      );
    }
    const found = await fetchManifest(
      this.client,
      this.repository,
      tagOrDigest,
      options,
    );
    if (!found) {
      throw new OrasError('not-found', `${tagOrDigest}: not found`);
    }
    return found;
  }

  async fetch(
    descriptor: Descriptor,
    options?: FetchOptions,
  ): Promise<Uint8Array> {
    return fetchContent(this.client, this.repository, descriptor, options);
  }

  tags(options?: TagListOptions): AsyncIterable<string[]> {
    return listTags(this.client, this.repository, options);
  }

  async referrers(
    subject: Descriptor,
    options?: ReferrerOptions,
  ): Promise<Referrers> {
    return listReferrers(this.client, this.repository, subject, options);
  }

  async push(
    descriptor: Descriptor,
    bytes: Uint8Array,
    options?: CallOptions,
  ): Promise<void> {
    const { client, repository } = this;
    verifyContent(descriptor, bytes);
    if (isManifestType(descriptor.mediaType)) {
      // Also when it is there: only this makes sure that the registry knows whose referrer it is.
      await pushManifest(client, repository, descriptor, bytes, options);
    } else if (!(await this.exists(descriptor, options))) {
      await uploadBlob(client, repository, descriptor, bytes, options);
    }
  }

  async tag(
    descriptor: Descriptor,
    tag: string,
    options?: CallOptions,
  ): Promise<void> {
    assertTag(tag);
    const found = await this.fetchManifest(descriptor.digest, options);
    const { mediaType } = found.descriptor;
    const manifest = { mediaType, bytes: found.bytes };
    await putManifest(this.client, this.repository, tag, manifest, options);
  }

  async exists(
    descriptor: Descriptor,
    options?: CallOptions,
  ): Promise<boolean> {
    const { status } = await this.client.send({
      ...contentCall(this.client, this.repository, descriptor),
      method: 'HEAD',
      signal: options?.signal,
      also: [404],
    });
    return status !== 404;
  }

  private get repository(): string {
    return this.reference.repository;
  }
}
