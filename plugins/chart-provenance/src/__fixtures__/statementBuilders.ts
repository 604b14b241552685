import {
  EvidenceRow,
  PredicateFacts,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf, keylessSigner, minutesAgo } from './builders';
import { evidenceRow } from './evidenceBuilders';

export const provenanceDigest = digestOf(7003);

export const slsaFacts: PredicateFacts = {
  label: 'SLSA v1',
  builderId: 'https://github.com/actions/runner/github-hosted',
  buildType: 'https://actions.github.io/buildtypes/workflow/v1',
  source: 'git+https://github.com/acme/payments@refs/tags/v1.8.2',
  build: {
    sourceDigest: `gitCommit:${keylessSigner.sourceDigest}`,
    invocationId: 'https://github.com/acme/payments/actions/runs/42/attempts/1',
    startedAt: minutesAgo(3 * 24 * 60 + 4),
    finishedAt: minutesAgo(3 * 24 * 60),
    parameters: [{ name: 'workflow.ref', value: 'refs/tags/v1.8.2' }],
    materials: [
      {
        uri: 'git+https://github.com/acme/payments@refs/tags/v1.8.2',
        digest: `gitCommit:${keylessSigner.sourceDigest}`,
      },
    ],
  },
};

/** SLSA provenance by the same signer. */
export function provenanceRow(
  predicate: PredicateFacts = slsaFacts,
  changes: Partial<EvidenceRow> = {},
): EvidenceRow {
  return evidenceRow({
    digest: provenanceDigest,
    kind: 'attestation',
    predicateType: 'https://slsa.dev/provenance/v1',
    verifications: [
      {
        evidence: provenanceDigest,
        trust: 'root:public-good',
        outcome: 'proven',
        signer: keylessSigner,
        verifiedTimes: [minutesAgo(3 * 24 * 60)],
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate,
      },
    ],
    ...changes,
  });
}

/** A scan by somebody who is proven and whom no policy asks for. */
export const scanRow = provenanceRow(
  {
    label: 'Trivy scan',
    vulnerabilities: {
      scanner: 'trivy 0.66.0',
      scannedAt: minutesAgo(60),
      count: 12,
      bySeverity: [
        { severity: 'critical', count: 1 },
        { severity: 'low', count: 11 },
      ],
    },
  },
  {
    digest: digestOf(7201),
    predicateType: 'https://cosign.sigstore.dev/attestation/vuln/v1',
  },
);

/** What its author says of those findings. */
export const vexRow = provenanceRow(
  {
    label: 'OpenVEX',
    exploitability: {
      author: 'security@acme.example',
      issuedAt: minutesAgo(30),
      count: 4,
      byStatus: [
        { status: 'not_affected', count: 3 },
        { status: 'affected', count: 1 },
      ],
    },
  },
  { digest: digestOf(7202), predicateType: 'https://openvex.dev/ns/v0.2.0' },
);
