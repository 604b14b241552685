import {
  EvidenceRow,
  VersionDetail,
  Verdict,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import {
  digestOf,
  freshness,
  keylessSigner,
  minutesAgo,
  rejectedRow,
  versionRow,
} from './builders';

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

export const verifiedVerdict: Verdict = {
  status: 'verified',
  reasons: [
    {
      code: 'policy-met',
      message: 'Policy acme-release is met.',
      side: 'chart',
    },
  ],
  requirements: [
    {
      id: 'policy:acme-release:signature',
      title: 'Signed by acme/payments',
      asks: ['subjectPattern: https://github\\.com/acme/payments/.+'],
      policy: 'acme-release',
      result: 'met',
      metBy: [signatureDigest],
      reasons: [],
    },
  ],
  signer: keylessSigner,
  policies: ['acme-release'],
  decidedAt: minutesAgo(2),
};

export const rejectedVerdict: Verdict = {
  status: 'rejected',
  reasons: [
    {
      code: 'wrong-identity',
      message: 'Signed by acme/tools, the policy asks for acme/payments.',
      side: 'chart',
    },
  ],
  requirements: [
    {
      id: 'policy:acme-release:signature',
      title: 'Signed by acme/payments',
      policy: 'acme-release',
      result: 'failed',
      metBy: [],
      reasons: [
        {
          code: 'wrong-identity',
          message: 'Signed by acme/tools, the policy asks for acme/payments.',
          side: 'chart',
          evidence: signatureDigest,
        },
      ],
    },
    {
      id: 'policy:acme-release:attestation:sbom',
      title: 'An SBOM is attested',
      policy: 'acme-release',
      result: 'undecided',
      metBy: [],
      reasons: [
        {
          code: 'evidence-incomplete',
          message: 'One referrer could not be read.',
          side: 'registry',
        },
      ],
    },
  ],
  signer: rejectedRow.verdict.signer ?? undefined,
  policies: ['acme-release'],
  decidedAt: minutesAgo(2),
  lastVerifiedAt: minutesAgo(60),
};

export function versionDetail(
  row: VersionRow = versionRow(),
  changes: Partial<VersionDetail> = {},
): VersionDetail {
  return {
    chartId: 'chart-payments00',
    reference: `oci://ghcr.io/acme/charts/payments@${row.digest}`,
    row,
    verdict:
      row.verdict.status === 'rejected' ? rejectedVerdict : verifiedVerdict,
    freshness: freshness(),
    evidence: [evidenceRow()],
    tags: [
      {
        tag: 'stable',
        observations: [
          {
            digest: row.digest,
            version: row.version,
            chartLayerDigest: digestOf(1),
            firstSeenAt: minutesAgo(2 * 24 * 60),
            lastSeenAt: minutesAgo(2),
            change: 're-publish',
          },
          {
            digest: digestOf(0xb07d),
            version: '1.8.1',
            chartLayerDigest: digestOf(2),
            firstSeenAt: minutesAgo(9 * 24 * 60),
            lastSeenAt: minutesAgo(3 * 24 * 60),
            change: 'first',
          },
        ],
      },
    ],
    chart: {
      description: 'Takes payments.',
      home: 'https://acme.example/payments',
      sources: ['https://github.com/acme/payments'],
      maintainers: [{ name: 'Team A', email: 'team-a@acme.example' }],
      keywords: ['payments'],
      dependencies: [
        {
          name: 'postgresql',
          version: '16.x',
          repository: 'oci://ghcr.io/acme/charts',
        },
      ],
      kubeVersion: '>=1.29',
      deprecated: false,
    },
    commands: [
      {
        title: 'Verify the signature',
        command: `cosign verify ghcr.io/acme/charts/payments@${row.digest}`,
      },
    ],
    commandNotes: [
      'There is no command for another-key, an Ed25519 key: cosign refuses what it signs with it.',
    ],
    ...changes,
  };
}
