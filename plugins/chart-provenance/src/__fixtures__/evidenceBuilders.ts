import { EvidenceRow } from 'backstage-plugin-chart-provenance-common';
import { digestOf, keylessSigner, minutesAgo } from './builders';

export const signatureDigest = digestOf(7001);

export function evidenceRow(changes: Partial<EvidenceRow> = {}): EvidenceRow {
  return {
    digest: signatureDigest,
    subject: digestOf(182),
    kind: 'signature',
    format: 'sigstore-bundle-v0.3',
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    layer: { digest: digestOf(7002), size: 4_198 },
    predicateType: 'https://sigstore.dev/cosign/sign/v1',
    verifications: [
      {
        evidence: signatureDigest,
        trust: 'root:public-good',
        outcome: 'proven',
        signer: keylessSigner,
        verifiedTimes: [minutesAgo(3 * 24 * 60)],
      },
      {
        evidence: signatureDigest,
        trust: 'root:internal',
        outcome: 'failed',
        code: 'untrusted-root',
        message: 'The certificate chain ends elsewhere.',
      },
    ],
    downloadable: true,
    firstSeenAt: minutesAgo(3 * 24 * 60),
    present: true,
    ...changes,
  };
}
