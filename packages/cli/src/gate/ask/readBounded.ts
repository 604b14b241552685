/** There is more than is read. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** @throws TooLargeError, having read no more than a piece beyond `maxBytes` */
export async function readBounded(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > maxBytes) {
      throw new TooLargeError();
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
