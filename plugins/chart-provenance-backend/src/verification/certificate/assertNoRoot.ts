import { NotProven } from '../outcome/NotProven';
import { assertCertificate } from './assertCertificate';

/**
 * A bundle must not bring a root certificate: a reader that took its trust from there would trust whoever made the bundle.
 *
 * @param chain - DER.
 * @throws NotProven `bad-signature`, for what is no certificate too.
 */
export function assertNoRoot(chain: Uint8Array[]): void {
  const certificates = chain.map(assertCertificate);
  if (certificates.some(each => each.checkIssued(each))) {
    throw new NotProven(
      'bad-signature',
      'The bundle brings a root certificate of its own.',
    );
  }
}
