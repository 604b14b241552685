/** An answer is longer than is read. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * Reads a body to its end, as text, counted after decompression.
 *
 * @throws TooLargeError beyond `most` bytes; the rest is not read.
 */
export async function readBody(
  response: Response,
  most: number,
): Promise<{ text: string; bytes: number }> {
  const reader = response.body?.getReader();
  if (!reader) {
    return { text: '', bytes: 0 };
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return { text: text + decoder.decode(), bytes };
    }
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel().catch(() => undefined);
      throw new TooLargeError(`More than ${most} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
