import { EvidenceError } from '../EvidenceError';
import { MAX_SIGNATURE_BYTES } from './bounds';
import { malformed } from './malformed';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const CHECKSUM = /^=[A-Za-z0-9+/]{4}$/;

/**
 * The bytes in an armor. Its checksum finds accidents, not forgeries, and newer writers leave it out: it is not compared.
 *
 * @throws EvidenceError `bad-signature`, `evidence-too-large`
 * @see https://www.rfc-editor.org/rfc/rfc9580#section-6.1
 */
export function decodeArmor(lines: readonly string[]): Uint8Array {
  const last = lines.at(-1) ?? '';
  const body = (CHECKSUM.test(last) ? lines.slice(0, -1) : lines).join('');
  if (body.length > (MAX_SIGNATURE_BYTES * 4) / 3) {
    throw new EvidenceError(
      'evidence-too-large',
      `The signature of the provenance file is larger than ${MAX_SIGNATURE_BYTES} bytes.`,
    );
  }
  const bytes = Buffer.from(body, 'base64');
  // Node reads over what is not base64; only what it would write itself is unambiguous.
  if (!BASE64.test(body) || bytes.toString('base64') !== body) {
    throw malformed('Its signature is not base64.');
  }
  return bytes;
}
