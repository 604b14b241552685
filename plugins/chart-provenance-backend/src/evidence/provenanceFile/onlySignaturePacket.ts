import { EvidenceError } from '../EvidenceError';
import { malformed } from './malformed';

const SIGNATURE = 2;

/**
 * Exactly one signature packet, as Helm writes it. Of two, Helm looks at the first whose key it knows, and each reader knows other keys:
 * one file would have been signed by different people for different readers. It also bounds the work to one check.
 *
 * @throws EvidenceError `unsupported-format` for several packets, `bad-signature` for what is none.
 * @see https://www.rfc-editor.org/rfc/rfc9580#section-4.2
 */
export function onlySignaturePacket(bytes: Uint8Array): Uint8Array {
  const { tag, end } = readHeader(bytes);
  if (tag !== SIGNATURE || !(end <= bytes.length)) {
    throw malformed('Its signature is no OpenPGP signature.');
  }
  if (end < bytes.length) {
    throw new EvidenceError(
      'unsupported-format',
      'The provenance file carries more than one signature, and who signed it would depend on who reads it.',
    );
  }
  return bytes;
}

/** Tag of the first packet, and where it ends; NaN for a length that is left open or cut off. */
function readHeader(bytes: Uint8Array): { tag: number; end: number } {
  const [first = 0, a = NaN, b = NaN, c = NaN, d = NaN, e = NaN] = bytes;
  const isNew = (first & 0xc0) === 0xc0;
  if (isNew) {
    const tag = first & 0x3f;
    if (a < 192) return { tag, end: 2 + a };
    if (a < 224) return { tag, end: 3 + (a - 192) * 256 + b + 192 };
    if (a === 255) return { tag, end: 6 + bigEndian(b, c, d, e) };
    return { tag, end: NaN };
  }
  // What is no packet at all has neither bit, and so no tag.
  const tag = (first & 0x80) === 0 ? NaN : (first >> 2) & 0x0f;
  const ends = [2 + a, 3 + bigEndian(a, b), 5 + bigEndian(a, b, c, d), NaN];
  return { tag, end: ends[first & 0x03] };
}

function bigEndian(...bytes: number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
