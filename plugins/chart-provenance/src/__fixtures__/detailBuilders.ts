import {
  Signer,
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
import { sbomDigest } from './sbomBuilders';
import { evidenceRow, signatureDigest } from './evidenceBuilders';
import { provenanceRow } from './statementBuilders';

/** A signer by Notation. */
export const x509Signer: Extract<Signer, { kind: 'x509' }> = {
  kind: 'x509',
  store: 'acme-ca',
  subject: 'CN=release,O=Acme,C=DE',
  fingerprint: 'cd'.repeat(32),
};

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
    evidence: [evidenceRow(), provenanceRow()],
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
    contents: {
      dependencies: [
        {
          name: 'postgresql',
          version: '16.x',
          repository: 'oci://ghcr.io/acme/charts',
          known: {
            chartId: 'chart-postgresql',
            digest: digestOf(1640),
            entityRef: 'component:default/postgresql',
            status: 'verified',
          },
        },
      ],
      images: [
        {
          reference: 'ghcr.io/acme/payments:1.8.2',
          digest: digestOf(0x1ace),
          from: 'sbom',
        },
      ],
      sbom: { evidence: sbomDigest, verified: true },
      cut: false,
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
