import { parseReference } from 'chart-provenance-oras/reference';

/**
 * An image by its parts.
 *
 * @public
 */
export interface ImageReference {
  /** `host[:port]`, lower case; `docker.io` for Docker Hub. */
  registry: string;
  repository: string;
  /** `latest` where neither tag nor digest is written. */
  tag: string | null;
  digest: string | null;
}

const HUB = 'docker.io';
const HUB_ALIASES: readonly string[] = [HUB, 'index.docker.io'];
/** Docker refuses it as a name: it would be taken for the id of an image. */
const IMAGE_ID = /^[0-9a-f]{64}$/;

/**
 * Reads the reference of an image as container runtimes do: without a host it is on Docker Hub, without a path there it is one of `library/`,
 * without tag and digest it is `latest`. The rest is the grammar of `chart-provenance-oras`, and strict.
 *
 * ```text
 *   redis                     docker.io/library/redis:latest
 *   acme/app:1                docker.io/acme/app:1
 *   localhost/app@sha256:…    localhost/app, by digest
 * ```
 *
 * @returns undefined for what is no reference
 * @see https://github.com/distribution/reference/blob/v0.6.0/normalize.go
 * @public
 */
export function parseImageReference(text: string): ImageReference | undefined {
  const [host, path] = splitHost(text);
  if (IMAGE_ID.test(text)) {
    return undefined;
  }
  try {
    const { registry, repository, tag, digest } = parseReference(
      `${host}/${path}`,
    );
    return {
      registry,
      repository,
      tag: tag ?? (digest === undefined ? 'latest' : null),
      digest: digest ?? null,
    };
  } catch {
    return undefined;
  }
}

function splitHost(text: string): [host: string, path: string] {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  const isHost =
    slash > 0 &&
    (/[.:]/.test(first) ||
      first === 'localhost' ||
      first !== first.toLowerCase());
  const host = isHost ? first : HUB;
  const path = isHost ? text.slice(slash + 1) : text;
  return HUB_ALIASES.includes(host.toLowerCase())
    ? [HUB, path.includes('/') ? path : `library/${path}`]
    : [host, path];
}
