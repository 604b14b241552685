import { HOLE, Piece } from '../text';

/** From and to, in a piece. */
export type Range = readonly [number, number];

/** The parts of a reference, wherever each is; nothing is checked. */
export interface ReferenceParts {
  piece: Piece;
  /** With `://`; empty when there is none. */
  scheme: string;
  /** Host and port. */
  host: Range;
  /** Without the slash before it; empty when there is none. */
  path: Range;
  /** Without the colon. */
  tag?: Range;
  /** Without the @. */
  digest?: Range;
}

/** Takes a text apart as a reference. */
export function splitReference(piece: Piece): ReferenceParts {
  const { text } = piece;
  const [scheme] = /^[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\//.exec(text) ?? [''];
  const start = scheme.length;
  const sign = text.indexOf('@', start);
  const end = sign < 0 ? text.length : sign;
  const slash = text.indexOf('/', start);
  const hostEnd = slash < 0 || slash > end ? end : slash;
  const colon = text.lastIndexOf(':', end - 1);
  const hasTag = colon > text.lastIndexOf('/', end - 1) && colon > hostEnd;
  const pathEnd = hasTag ? colon : end;
  return {
    piece,
    scheme,
    host: [start, hostEnd],
    path: [Math.min(hostEnd + 1, pathEnd), pathEnd],
    ...(hasTag ? { tag: [colon + 1, end] } : {}),
    ...(sign < 0 ? {} : { digest: [sign + 1, text.length] }),
  };
}

/** The text of a part. */
export function textOf({ piece }: ReferenceParts, [from, to]: Range): string {
  return piece.text.slice(from, to);
}

const HOSTS =
  /^(?:ghcr\.io|quay\.io|(?:[a-z0-9-]+\.)*gcr\.io|(?:registry-1\.|index\.)?docker\.io|public\.ecr\.aws|registry\.k8s\.io|registry\.gitlab\.com|[a-z0-9]+\.azurecr\.io|[a-z0-9-]+-docker\.pkg\.dev|\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com|(?:localhost|127\.0\.0\.1):\d{2,5}|[a-z0-9.-]+\.[a-z]{2,}:\d{2,5})$/;

/** Is it the host of a registry for certain, and not the name of a repository that somebody added? */
export function isRegistryHost(host: string): boolean {
  return host.length <= 253 && HOSTS.test(host);
}

/** Is nothing of it filled in later? */
export function isWhole(text: string): boolean {
  return !text.includes(HOLE);
}
