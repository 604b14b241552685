import { createHash } from 'node:crypto';
import { normaliseRepositoryUrl } from './normaliseRepositoryUrl';

/** The key column holds 64 characters. */
const MAX_KEY_LENGTH = 64;

/** Key of the row that lists the consumer sources of a provider. */
export function sourcesKey(provider: string): string {
  const key = `sources:${provider}`;
  return key.length <= MAX_KEY_LENGTH ? key : `sources:${hash16(provider)}`;
}

/** Key of the row that reads one consumer source. */
export function sourceKey(sourceId: string): string {
  return `source:${hash16(sourceId)}`;
}

/** Key of the row that reads a legacy repository; the same for every spelling of its URL. */
export function legacyKey(url: string): string {
  return `legacy:${hash16(normaliseRepositoryUrl(url))}`;
}

/** Key of the row that lists a registry. */
export function listingKey(host: string): string {
  return `listing:${hash16(host)}`;
}

/**
 * Host column of a legacy repository's row. It is no registry's host, though the two may share a machine: a silent index must not keep the walks
 * that verdicts depend on from their registry, nor take their share of the work.
 */
export function legacyHost(url: string): string {
  return `legacy:${URL.canParse(url) ? new URL(url).host : url}`;
}

/**
 * Host column of a row that lists a registry. Many registries refuse or limit listings alone: the walks that verdicts depend on must not be kept from
 * them for that.
 */
export function listingHost(host: string): string {
  return `listing:${host}`;
}

/** Key of the row that reads which images a chart's versions deploy. */
export function imagesKey(chartId: string): string {
  return `images:${chartId}`;
}

/** Key of the row that looks at the signatures of a repository of images. */
export function imageLooksKey(name: string): string {
  return `image-looks:${hash16(name)}`;
}

/** Is it the key of a row that looks at a repository of images? */
export function isLooksKey(key: string): boolean {
  return key.startsWith('image-looks:');
}

/** Host column of both: archives and images must keep no walk from a registry, nor take its share of the work. */
export function imagesHost(host: string): string {
  return `images:${host}`;
}

/** First 16 characters of base64url(sha256(text)): 96 bits. */
export function hash16(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** Key of the row that refreshes trust material. */
export function trustKey(source: string): string {
  return `trust:${hash16(source)}`;
}

/** Host column of a row that refreshes trust material: one that does not answer must keep no walk from a registry of that name. */
export function trustHost(host: string): string {
  return `trust:${host}`;
}
