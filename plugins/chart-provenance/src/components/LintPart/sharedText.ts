import { MAX_BYTES, MAX_FRAGMENT } from './limits';

/**
 * A text with its file name, as a link carries it behind the `#`: what stands there is never sent to a server by a browser.
 *
 * @internal
 */
export interface SharedText {
  text: string;
  filename: string;
}

const GZIP = 'gzip';

/**
 * The fragment, without `#`: `text=` plain or `gz=` compressed, whichever is shorter, in base64url; then `name=`. Null when it would be longer
 * than 8 KiB.
 *
 * @internal
 */
export async function writeFragment({
  text,
  filename,
}: SharedText): Promise<string | null> {
  const plain = new TextEncoder().encode(text);
  const packed = await pack(plain);
  const fragment = new URLSearchParams(
    packed && packed.length < plain.length
      ? { gz: base64Url(packed) }
      : { text: base64Url(plain) },
  );
  if (filename) {
    fragment.set('name', filename);
  }
  const written = fragment.toString();
  return written.length > MAX_FRAGMENT ? null : written;
}

/**
 * What a fragment carries; null when it carries no text, or one that cannot be read. Whoever made the link decides what is in it: it is
 * unpacked to 256 KiB at most.
 *
 * @internal
 */
export async function readFragment(hash: string): Promise<SharedText | null> {
  const fragment = hash.replace(/^#/, '');
  if (fragment.length > MAX_FRAGMENT) {
    return null;
  }
  const params = new URLSearchParams(fragment);
  const packed = params.get('gz');
  const written = packed ?? params.get('text');
  if (written === null) {
    return null;
  }
  try {
    const bytes = fromBase64Url(written);
    const plain = packed === null ? bytes : await unpack(bytes);
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(plain),
      filename: (params.get('name') ?? '').slice(0, 200),
    };
  } catch {
    return null;
  }
}

async function pack(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  return typeof CompressionStream === 'undefined'
    ? undefined
    : through(bytes, new CompressionStream(GZIP), MAX_BYTES);
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  return through(bytes, new DecompressionStream(GZIP), MAX_BYTES);
}

/** @throws RangeError when more comes out than `limit` */
async function through(
  bytes: Uint8Array,
  stream: GenericTransformStream,
  limit: number,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // What is wrong with the bytes is told where they are read.
  const written = writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: number[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      await written;
      return Uint8Array.from(chunks);
    }
    if (chunks.length + value.length > limit) {
      await reader.cancel();
      throw new RangeError('It is too long.');
    }
    for (const byte of value) {
      chunks.push(byte);
    }
  }
}

function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}
