import { X509Certificate } from '@sigstore/core';
import { TrustMaterial } from '@sigstore/verify';

/**
 * Did one of the root's authorities sign this certificate, whenever that was? Tells "not made under this root" from "made
 * under it, but not proven", before anything costlier is done.
 */
export function isIssuedUnder(
  certificate: X509Certificate,
  material: TrustMaterial,
): boolean {
  return material.certificateAuthorities
    .flatMap(authority => authority.certChain)
    .some(
      issuer =>
        issuer.subject.equals(certificate.issuer) &&
        verifies(certificate, issuer),
    );
}

function verifies(certificate: X509Certificate, issuer: X509Certificate) {
  try {
    return certificate.verify(issuer);
  } catch {
    return false;
  }
}
