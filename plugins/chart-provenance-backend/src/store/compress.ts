import { gunzipSync, gzipSync } from 'node:zlib';

/** Largest evidence kept, bytes before compression: the container of a cosign layer whose signed payload has 256 KiB. */
export const MAX_STORED_BYTES = 768 * 1024;

/** Evidence as it is stored; null when it is too large to keep. */
export function compress(bytes: Uint8Array): Buffer | null {
  return bytes.byteLength > MAX_STORED_BYTES ? null : gzipSync(bytes);
}

/** Evidence as it was fetched. */
export function decompress(content: Uint8Array): Uint8Array {
  return gunzipSync(content, { maxOutputLength: MAX_STORED_BYTES });
}
