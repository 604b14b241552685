import { Entity } from '@backstage/catalog-model';
import {
  ChartSummary,
  EntityProblem,
  EntityProvenance,
  Freshness,
  Signer,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';

/** An ISO time the given number of minutes ago. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** A digest that is recognisable by its number. */
export function digestOf(n: number): string {
  const hex = n.toString(16).padStart(8, '0');
  return `sha256:${hex.slice(-4)}${'ab'.repeat(26)}${hex}`;
}

export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    namespace: 'default',
    annotations: {
      'backstage.io/edit-url':
        'https://github.com/acme/payments/edit/main/catalog-info.yaml',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
};

export const keylessSigner: Extract<Signer, { kind: 'keyless' }> = {
  kind: 'keyless',
  root: 'public-good',
  issuer: 'https://token.actions.githubusercontent.com',
  subject:
    'https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1.8.2',
  sourceRepository: 'https://github.com/acme/payments',
  sourceDigest: '4f1c'.repeat(10),
  sourceRef: 'refs/tags/v1.8.2',
  runInvocation: 'https://github.com/acme/payments/actions/runs/42/attempts/1',
  trigger: 'push',
};

export function versionRow(changes: Partial<VersionRow> = {}): VersionRow {
  return {
    digest: digestOf(182),
    version: '1.8.2',
    name: 'payments',
    appVersion: '2026.11',
    chartLayerDigest: digestOf(9182),
    publishedAt: minutesAgo(3 * 24 * 60),
    firstSeenAt: minutesAgo(3 * 24 * 60),
    prerelease: false,
    newest: true,
    tags: [
      { tag: '1.8.2', moves: 0 },
      { tag: 'stable', moves: 1 },
    ],
    verdict: {
      status: 'verified',
      reason: { code: 'policy-met', message: 'Policy acme-release is met.' },
      signer: keylessSigner,
      lastVerifiedAt: null,
    },
    sbom: { label: 'CycloneDX 1.5', packageCount: 212, verified: true },
    provenance: { label: 'SLSA v1', verified: true },
    ...changes,
  };
}

export const rejectedRow = versionRow({
  digest: digestOf(181),
  version: '1.8.1',
  newest: false,
  tags: [{ tag: '1.8.1', moves: 0 }],
  verdict: {
    status: 'rejected',
    reason: {
      code: 'wrong-identity',
      message: 'Signed by acme/tools, the policy asks for acme/payments.',
    },
    signer: {
      ...keylessSigner,
      subject:
        'https://github.com/acme/tools/.github/workflows/release.yml@refs/heads/main',
    },
    lastVerifiedAt: null,
  },
  sbom: null,
  provenance: null,
});

export const unsignedRow = versionRow({
  digest: digestOf(170),
  version: '1.7.0-rc.1',
  newest: false,
  prerelease: true,
  tags: [{ tag: '1.7.0-rc.1', moves: 0 }],
  verdict: {
    status: 'unsigned',
    reason: { code: 'no-signature', message: 'Nothing is attached.' },
    signer: null,
    lastVerifiedAt: null,
  },
  sbom: null,
  provenance: null,
});

/** `count` verified versions, newest first: `3.<count - 1>.0` down to `3.0.0`. */
export function manyRows(count: number): VersionRow[] {
  return Array.from({ length: count }, (_, index) => {
    const minor = count - 1 - index;
    return versionRow({
      digest: digestOf(100_000 + minor),
      version: `3.${minor}.0`,
      newest: index === 0,
      tags: [{ tag: `3.${minor}.0`, moves: 0 }],
    });
  });
}

export function freshness(changes: Partial<Freshness> = {}): Freshness {
  return {
    lastAttemptAt: minutesAgo(2),
    lastSuccessAt: minutesAgo(2),
    stale: false,
    nextTryAt: minutesAgo(-58),
    problem: null,
    ...changes,
  };
}

export function chartSummary(
  changes: Partial<ChartSummary> = {},
): ChartSummary {
  return {
    chartId: 'chart-payments00',
    reference: 'oci://ghcr.io/acme/charts/payments',
    registry: 'ghcr.io',
    repository: 'acme/charts/payments',
    name: 'payments',
    owner: 'component:default/payments',
    knownBy: 'convention',
    expectedSource: 'github.com/acme/payments',
    policies: ['acme-release'],
    state: 'indexed',
    counts: { verified: 1, rejected: 1, unsigned: 1, indeterminate: 0 },
    newest: versionRow(),
    progress: null,
    freshness: freshness(),
    proposal: null,
    ...changes,
  };
}

/** A chart of which nothing is known. */
export function blankChart(changes: Partial<ChartSummary> = {}): ChartSummary {
  return chartSummary({
    counts: { verified: 0, rejected: 0, unsigned: 0, indeterminate: 0 },
    newest: null,
    ...changes,
  });
}

export function entityProvenance(
  changes: Partial<EntityProvenance> = {},
): EntityProvenance {
  return {
    entityRef: 'component:default/payments',
    charts: [chartSummary()],
    problems: [],
    catalogSeenAt: minutesAgo(5),
    ...changes,
  };
}

export function entityProblem(
  changes: Partial<EntityProblem> & Pick<EntityProblem, 'code'>,
): EntityProblem {
  return {
    message: 'What is wrong.',
    fix: 'How to fix it.',
    ...changes,
  };
}
