import { Certificate } from './Certificate';

/** Issued by itself, with its own key. */
export function isSelfSigned({
  subject,
  issuer,
  x509,
  publicKey,
}: Certificate): boolean {
  return subject.equals(issuer) && x509.verify(publicKey);
}
