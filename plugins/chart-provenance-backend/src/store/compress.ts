import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const gzipAside = promisify(gzip);
const gunzipAside = promisify(gunzip);

/** Largest evidence kept, bytes before compression: the container of a cosign layer whose signed payload has 256 KiB. */
export const MAX_STORED_BYTES = 768 * 1024;

/**
 * Evidence as it is stored; null when it is too large to keep. In a thread of zlib's own: publishers decide how long it takes, and some texts
 * take 200 ms.
 */
export async function compress(bytes: Uint8Array): Promise<Buffer | null> {
  return bytes.byteLength > MAX_STORED_BYTES ? null : gzipAside(bytes);
}

/** Evidence as it was fetched. */
export async function decompress(content: Uint8Array): Promise<Uint8Array> {
  return gunzipAside(content, { maxOutputLength: MAX_STORED_BYTES });
}
