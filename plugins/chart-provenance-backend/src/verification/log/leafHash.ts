import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0x00);

/**
 * The hash by which a transparency log knows an entry, hex. It is all of an entry that a proof of inclusion is about: its index is not,
 * nor its time.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6962#section-2.1
 */
export function leafHash(entry: { canonicalizedBody: Buffer }): string {
  return createHash('sha256')
    .update(LEAF)
    .update(entry.canonicalizedBody)
    .digest('hex');
}
