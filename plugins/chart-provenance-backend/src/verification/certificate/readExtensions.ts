import { X509Certificate } from '@sigstore/core';
import { NotProven } from '../outcome/NotProven';

/**
 * The certificate's extensions by OID, as raw bytes.
 *
 * @throws NotProven when one occurs twice: readers differ in which of the two they believe.
 */
export function readExtensions(
  certificate: X509Certificate,
): Map<string, Buffer> {
  const extensions = new Map<string, Buffer>();
  for (const extension of certificate.extensions) {
    const oid = extension.subs[0].toOID();
    if (extensions.has(oid)) {
      throw new NotProven(
        'wrong-identity',
        `The certificate carries extension ${oid} twice.`,
      );
    }
    extensions.set(oid, extension.subs[extension.subs.length - 1].value);
  }
  return extensions;
}
