import type { Repository } from '../registry/repository.ts';
import { certificateFacts } from './certificateFacts.ts';

export const SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';
const SBOM = /^https:\/\/(cyclonedx\.org\/bom|spdx\.dev\/Document)/;

export interface EvidenceRecord {
  /** Of the referrer manifest. */
  digest: string;
  kind: 'signature' | 'attestation' | 'sbom';
  predicateType: string;
}

export type SignerRecord =
  | ReturnType<typeof certificateFacts>
  | { key: string | null };

export interface Bundle {
  verificationMaterial: {
    certificate?: { rawBytes: string };
    publicKey?: { hint: string };
  };
  dsseEnvelope: { payload: string };
}

/** Every bundle that refers to a manifest, by predicate type. */
export function evidenceOf(
  repository: Repository,
  subject: string,
): { record: EvidenceRecord; bundle: Bundle }[] {
  return repository
    .referrers(subject)
    .map(({ digest }) => {
      const [layer] = repository.manifest(digest).layers ?? [];
      const bundle: Bundle = JSON.parse(
        String(repository.blobs.get(layer.digest)),
      );
      const { predicateType } = JSON.parse(
        Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString('utf8'),
      );
      const record = { digest, kind: kindOf(predicateType), predicateType };
      return { record, bundle };
    })
    .sort((a, b) => (a.record.predicateType < b.record.predicateType ? -1 : 1));
}

/** Who made a bundle; for a key its name is not in the bundle, so it is given. */
export function signerOf(
  bundle: Bundle,
  keyName: string | undefined,
): SignerRecord {
  const { certificate } = bundle.verificationMaterial;
  return certificate
    ? certificateFacts(Buffer.from(certificate.rawBytes, 'base64'))
    : { key: keyName ?? null };
}

function kindOf(predicateType: string): EvidenceRecord['kind'] {
  if (predicateType === SIGNATURE) {
    return 'signature';
  }
  return SBOM.test(predicateType) ? 'sbom' : 'attestation';
}
