import type { Descriptor, Digest } from '../descriptor/Descriptor';
import { MEDIA_TYPES } from '../descriptor/mediaTypes';
import { MANIFEST_LIMIT, parseManifest } from '../descriptor/parseManifest';
import { assertDigest } from '../descriptor/verifyContent';
import { OrasError } from '../error/OrasError';
import { checkReferrerCount } from '../target/bounds';
import type { CallOptions, Referrers } from '../target/Target';
import { readFallback } from './fallbackTag';
import { listPages } from './listPages';
import type { RegistryClient } from './RegistryClient';

/** How a registry says that it has no referrers API. The specification only knows 404. */
const NO_API = [404, 405, 501] as const;
const MAX_PAGES = 1_000;

/** As `ReferrerLister` takes them. */
export type ReferrerOptions = CallOptions & {
  artifactType?: string;
  maxReferrers?: number;
};

/**
 * The referrers of a subject, by the API or else by the fallback tag. A registry that has answered the API lately and denies it now
 * is failing, and an outage is not an absence: that throws.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 * @internal
 */
export async function listReferrers(
  client: RegistryClient,
  repository: string,
  subject: Descriptor,
  options: ReferrerOptions = {},
): Promise<Referrers> {
  assertDigest(subject.digest);
  const memory = client.referrersMemory;
  const hadApi = memory.hasApi(repository);
  if (hadApi !== false) {
    const descriptors = await viaApi(client, repository, subject, options);
    if (descriptors) {
      memory.learn(repository, true);
      return { descriptors, source: 'api' };
    }
    if (hadApi) {
      throw new OrasError(
        'unavailable',
        `${repository}: the referrers API, there a moment ago, is not`,
        { host: new URL(client.origin).host },
      );
    }
    memory.learn(repository, false);
  }
  // Never filtered: clients write the wrong artifact type into it.
  const index = await readFallback(client, repository, subject, options);
  const descriptors = distinct(index?.manifests ?? []);
  checkReferrerCount(descriptors.length, options);
  return { descriptors, source: index ? 'fallback-tag' : 'none' };
}

async function viaApi(
  client: RegistryClient,
  repository: string,
  subject: Descriptor,
  options: ReferrerOptions,
): Promise<Descriptor[] | undefined> {
  const { artifactType, signal } = options;
  const query = artifactType
    ? `?artifactType=${encodeURIComponent(artifactType)}`
    : '';
  const first = {
    method: 'GET',
    repository,
    url: `${client.url(repository, `referrers/${subject.digest}`)}${query}`,
    what: `referrers of ${subject.digest}`,
    headers: { accept: MEDIA_TYPES.imageIndex },
    maxBytes: MANIFEST_LIMIT,
    signal,
    also: NO_API,
  } as const;
  const found: Descriptor[] = [];
  for await (const page of listPages(client, first, MAX_PAGES)) {
    if (page.status !== 200) {
      return undefined;
    }
    const index = parseManifest(page.body);
    if (index.kind !== 'index') {
      throw new OrasError(
        'malformed-response',
        `${repository}: the list of referrers is no index`,
      );
    }
    // The registry may have filtered or not.
    const wanted = index.manifests.filter(
      one => !artifactType || one.artifactType === artifactType,
    );
    found.push(...wanted);
    checkReferrerCount(found.length, options);
  }
  return distinct(found);
}

function distinct(descriptors: readonly Descriptor[]): Descriptor[] {
  const byDigest = new Map<Digest, Descriptor>();
  for (const descriptor of descriptors) {
    byDigest.set(descriptor.digest, descriptor);
  }
  return [...byDigest.values()];
}
