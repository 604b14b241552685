import { X509Certificate } from 'node:crypto';
import { NotProven } from '../outcome/NotProven';

/**
 * Whoever makes a bundle puts what they like in the place of the certificate, a bare public key too (GHSA-fx35-mq7g-6g98).
 *
 * @param der - what stands there.
 * @throws NotProven `bad-signature` when that is no certificate.
 */
export function assertCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (cause) {
    throw new NotProven(
      'bad-signature',
      'What stands in the place of the certificate is none.',
      cause,
    );
  }
}
