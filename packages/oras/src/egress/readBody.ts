import type { Readable } from 'node:stream';
import { OrasError } from '../error/OrasError';
import { GrowingBytes } from './GrowingBytes';

/** Of an answer that is no success, enough to say why. */
const ERROR_BODY_LIMIT = 64 * 1024;

/**
 * Reads a body within its bound, counting bytes as they come; what a header says of the length only refuses earlier.
 *
 * @throws OrasError `too-large`
 * @internal
 */
export async function readBody(
  body: Readable,
  limit: number,
  declared: string | undefined,
  host: string,
): Promise<Uint8Array> {
  const tooLarge = () => {
    drop(body);
    return new OrasError(
      'too-large',
      `${host}: the answer has more than ${limit} bytes`,
      { host },
    );
  };
  if (declared !== undefined && Number(declared) > limit) {
    throw tooLarge();
  }
  const whole = new GrowingBytes(Number(declared) || 0, limit);
  for await (const piece of body) {
    const bytes: Uint8Array = piece;
    if (whole.length + bytes.byteLength > limit) {
      throw tooLarge();
    }
    whole.add(bytes);
  }
  return whole.bytes();
}

/**
 * Reads the beginning of a body and drops the rest.
 *
 * @internal
 */
export async function readBeginning(body: Readable): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    const bytes: Uint8Array = piece;
    pieces.push(bytes);
    length += bytes.byteLength;
    if (length >= ERROR_BODY_LIMIT) {
      break;
    }
  }
  return joined(pieces, length).subarray(0, ERROR_BODY_LIMIT);
}

/**
 * Closes a body nobody reads any more; that it was cut is no news.
 *
 * @internal
 */
export function drop(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}

function joined(pieces: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
