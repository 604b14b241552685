import { BundleJson } from './SigstoreLab';

/** The versions of a bundle, as older tools wrote them. */
export type OldVersion = '0.1' | '0.2';

/** A bundle of version 0.3 as a tool of an older version would have written it: a chain for a certificate, and up to 0.1 no proof. */
export function asVersion(version: OldVersion, bundle: BundleJson) {
  const { certificate, tlogEntries, ...material } = bundle.verificationMaterial;
  return {
    ...bundle,
    mediaType: `application/vnd.dev.sigstore.bundle+json;version=${version}`,
    verificationMaterial: {
      ...material,
      ...(certificate
        ? { x509CertificateChain: { certificates: [certificate] } }
        : {}),
      tlogEntries: tlogEntries.map(({ inclusionProof, ...entry }) =>
        version === '0.1' ? entry : { ...entry, inclusionProof },
      ),
    },
  };
}
