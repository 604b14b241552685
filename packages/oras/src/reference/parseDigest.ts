import type { Digest } from '../descriptor/Descriptor';
import { InvalidReferenceError } from './InvalidReferenceError';

const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha512', 128],
]);

const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/**
 * Whether a text is a digest this client accepts: `sha256:` and 64, or `sha512:` and 128, lower-case hexadecimal digits.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 * @public
 */
export function isDigest(text: string): text is Digest {
  return DIGEST.test(text);
}

/**
 * Parses `sha256:<64 hex>` or `sha512:<128 hex>`.
 *
 * @throws InvalidReferenceError
 * @public
 */
export function parseDigest(text: string): Digest {
  return digestAt(text, 0);
}

/**
 * The digest that begins at `start` and ends the text; positions in errors count from the start of the text.
 *
 * @throws InvalidReferenceError
 * @internal
 */
export function digestAt(text: string, start: number): Digest {
  const digest = text.slice(start);
  if (isDigest(digest)) {
    return digest;
  }
  if (digest === '') {
    throw new InvalidReferenceError(
      text,
      start,
      'empty-digest',
      'nothing follows where a digest belongs',
      'write sha256: and 64 hexadecimal digits',
    );
  }
  const colon = digest.indexOf(':');
  const algorithm = colon < 0 ? digest : digest.slice(0, colon);
  const wanted = HEX_LENGTHS.get(algorithm);
  if (colon < 0 || wanted === undefined) {
    throw new InvalidReferenceError(
      text,
      start,
      'bad-digest-algorithm',
      'a digest begins with its algorithm and a colon',
      'use sha256:… or sha512:…',
    );
  }
  throw badHex(text, start + colon + 1, algorithm, wanted);
}

function badHex(
  text: string,
  start: number,
  algorithm: string,
  wanted: number,
): InvalidReferenceError {
  const hex = text.slice(start);
  const bad = hex.search(/[^0-9a-f]/);
  if (bad >= 0 && bad < wanted) {
    const upper = /^[0-9a-fA-F]+$/.test(hex);
    return new InvalidReferenceError(
      text,
      start + bad,
      'bad-digest-hex',
      upper
        ? 'upper-case letter in a digest'
        : 'a digest is made of the characters 0-9 and a-f',
      upper ? 'write the digest in lower case' : 'copy the whole digest again',
    );
  }
  return new InvalidReferenceError(
    text,
    start + Math.min(hex.length, wanted),
    'bad-digest-length',
    `a ${algorithm} digest has ${wanted} hexadecimal digits, this one has ${hex.length}`,
    'copy the whole digest again; abbreviations are not accepted',
  );
}
