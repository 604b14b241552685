import { EvidenceError } from '../EvidenceError';
import {
  MAX_CERTIFICATE_BYTES,
  MAX_CERTIFICATES,
  MAX_SIGNATURE_BYTES,
  MAX_TIMESTAMP_BYTES,
} from './bounds';
import { malformed } from './malformed';
import { NotationEnvelope } from './NotationEnvelope';

/**
 * Refuses what would cost more to check than an honest signature.
 *
 * @throws EvidenceError `evidence-too-large`, `bad-signature` for an envelope without certificate or signature.
 */
export function checkSizes({
  certificates,
  signature,
  timestamp,
}: Pick<NotationEnvelope, 'certificates' | 'signature' | 'timestamp'>): void {
  if (certificates.length === 0 || signature.length === 0) {
    throw malformed('it has no certificate or no signature.');
  }
  const sizes = certificates.map(({ length }) => length);
  atMost(MAX_CERTIFICATES, sizes.length, 'certificates');
  atMost(MAX_CERTIFICATE_BYTES, Math.max(...sizes), 'bytes in a certificate');
  atMost(MAX_SIGNATURE_BYTES, signature.length, 'bytes of signature');
  atMost(MAX_TIMESTAMP_BYTES, timestamp?.length ?? 0, 'bytes of timestamp');
}

function atMost(limit: number, found: number, what: string): void {
  if (found > limit) {
    throw new EvidenceError(
      'evidence-too-large',
      `The Notation signature has ${found} ${what}; at most ${limit} are read.`,
    );
  }
}
