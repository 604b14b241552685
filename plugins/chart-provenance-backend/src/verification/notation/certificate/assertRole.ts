import { NotProven } from '../../outcome/NotProven';
import { Certificate } from './Certificate';
import {
  ANY_PURPOSE,
  CODE_SIGNING,
  CONTENT_COMMITMENT,
  DIGITAL_SIGNATURE,
  KEY_CERT_SIGN,
  OTHER_PURPOSES,
} from './oids';

const SIGNER_USAGES: ReadonlySet<number> = new Set([
  DIGITAL_SIGNATURE,
  CONTENT_COMMITMENT,
]);

/** @throws NotProven `untrusted-root` for a certificate that may not sign artifacts: one of a web server, say, or of an authority. */
export function assertSigner(certificate: Certificate): void {
  const { isAuthority, keyUsage, extendedKeyUsage } = certificate;
  if (isAuthority) {
    throw unfit('The signing certificate is that of an authority.');
  }
  if (
    !keyUsage?.has(DIGITAL_SIGNATURE) ||
    ![...keyUsage].every(usage => SIGNER_USAGES.has(usage))
  ) {
    throw unfit('The signing certificate is not for digital signatures alone.');
  }
  if (
    extendedKeyUsage &&
    (!extendedKeyUsage.includes(CODE_SIGNING) ||
      extendedKeyUsage.some(purpose => OTHER_PURPOSES.has(purpose)))
  ) {
    throw unfit('The signing certificate is not for code signing alone.');
  }
}

/**
 * @param between - how many authorities stand between it and the signer.
 * @throws NotProven `untrusted-root` for a certificate that may not issue the one before it.
 */
export function assertAuthority(
  { isAuthority, keyUsage, extendedKeyUsage, pathLength }: Certificate,
  between: number,
): void {
  if (!isAuthority || !keyUsage?.has(KEY_CERT_SIGN)) {
    throw unfit(
      'A certificate was issued by one that is not that of an authority.',
    );
  }
  if (
    extendedKeyUsage?.every(
      purpose => purpose !== CODE_SIGNING && purpose !== ANY_PURPOSE,
    )
  ) {
    throw unfit('An authority may not issue certificates for code signing.');
  }
  if (pathLength !== undefined && pathLength < between) {
    throw unfit('The chain of certificates is longer than one of them allows.');
  }
}

function unfit(message: string): NotProven {
  return new NotProven('untrusted-root', message);
}
