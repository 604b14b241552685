import type {
  EvidenceRow,
  Signer,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import type { ToolAnswers } from '../ask/ToolAnswers.ts';
import type { Cell } from '../cells/types.ts';
import { IDENTITIES } from '../ground/signers.ts';
import type { MadeCell } from '../make/MadeCell.ts';
import type { ProductView } from '../product/ProductView.ts';

export const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const CHART = digest('c');
const ARCHIVE = digest('a');
const TYPE = 'https://slsa.dev/provenance/v1';
const { issuer, subject } = IDENTITIES.github;

const CELL: Cell = {
  id: 'agreement',
  set: 'core',
  registry: 'debian',
  method: 'cosign2-tags',
  steps: [
    { do: 'sign', by: 'github' },
    { do: 'attest', type: 'slsaprovenance1', by: 'github' },
  ],
  policy: { identity: 'github' },
  expect: { status: 'verified', code: 'policy-met' },
};

const SIGNER: Signer = { kind: 'keyless', root: 'bench', issuer, subject };

/** Something that the tools and we say alike; tests change one thing of it. */
export function agreement(): {
  made: MadeCell;
  answers: ToolAnswers;
  view: ProductView;
} {
  return {
    made: {
      cell: { ...CELL },
      registry: {
        name: 'any',
        host: '127.0.0.1:5000',
        referrers: false,
        stop: async () => undefined,
      },
      repository: 'agreement/app',
      digest: CHART,
      chartDigest: CHART,
      archiveDigest: ARCHIVE,
    },
    answers: answers(),
    view: view(),
  };
}

function answers(): ToolAnswers {
  return {
    verify: {
      accepted: true,
      words: '',
      digests: [CHART],
      signers: [{ issuer, subject }],
    },
    attestations: {
      slsaprovenance1: {
        accepted: true,
        words: '',
        statements: [{ predicateType: TYPE, subjects: [CHART] }],
      },
    },
    tree: {
      signatures: [digest('1')],
      attestations: [],
      sboms: [],
      referrers: [],
    },
    discovered: [{ digest: digest('2'), artifactType: 'a/b' }],
    chart: { accepted: true, words: '', name: 'app', version: '1.0.0' },
    archiveDigest: ARCHIVE,
  };
}

function evidence(row: Partial<EvidenceRow> & { digest: string }): EvidenceRow {
  return {
    subject: CHART,
    kind: 'signature',
    format: 'cosign-legacy',
    mediaType: 'a/b',
    verifications: [],
    downloadable: true,
    firstSeenAt: '2026-01-01T00:00:00Z',
    present: true,
    ...row,
  };
}

const proven = (): Verification => ({
  evidence: digest('2'),
  trust: 'root:bench',
  outcome: 'proven',
  predicateType: TYPE,
  subjects: [CHART],
});

function view(): ProductView {
  const verdict = {
    status: 'verified' as const,
    reason: { code: 'policy-met' as const, message: '' },
    signer: SIGNER,
    lastVerifiedAt: null,
  };
  const freshness = {
    lastAttemptAt: null,
    lastSuccessAt: null,
    stale: false,
    nextTryAt: null,
    problem: null,
  };
  return {
    version: {
      chartId: 'c',
      reference: 'oci://127.0.0.1:5000/agreement/app',
      row: {
        digest: CHART,
        version: '1.0.0',
        name: 'app',
        appVersion: null,
        chartLayerDigest: ARCHIVE,
        publishedAt: null,
        firstSeenAt: '2026-01-01T00:00:00Z',
        prerelease: false,
        newest: true,
        tags: [{ tag: '1.0.0', moves: 0 }],
        verdict,
        sbom: null,
        provenance: { label: 'SLSA v1', verified: true },
      },
      verdict: {
        status: 'verified',
        reasons: [],
        requirements: [],
        signer: SIGNER,
        policies: [],
        decidedAt: '2026-01-01T00:00:00Z',
      },
      freshness,
      evidence: [
        evidence({
          digest: digest('9'),
          manifest: digest('8'),
          layer: { digest: digest('1'), size: 1 },
        }),
        evidence({
          digest: digest('2'),
          kind: 'attestation',
          format: 'sigstore-bundle-v0.3',
          verifications: [proven()],
        }),
      ],
      tags: [],
      chart: {
        description: null,
        home: null,
        sources: [],
        maintainers: [],
        keywords: [],
        dependencies: [],
        kubeVersion: null,
        deprecated: false,
      },
      contents: { dependencies: [], images: [], sbom: null, cut: false },
      commands: [],
      commandNotes: [],
    },
  };
}
