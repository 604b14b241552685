import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { compareRows } from './compareRows.ts';
import type { ExpectedRow } from './expected.ts';

const EXPECTED: ExpectedRow = {
  kind: 'Application',
  object: 'argocd/payments',
  source: 'kubernetes:prod-eu',
  cluster: 'prod-eu',
  form: 'argocd-oci',
  from: 'oci',
  pin: 'digest',
  runs: { version: '1.8.2', digest: 'sha256:a', verdict: 'verified' },
  gate: 'none',
};

const row = (change: Partial<ConsumerRow> = {}): ConsumerRow => ({
  id: '1',
  kind: 'Application',
  name: 'payments',
  namespace: 'argocd',
  form: 'argocd-oci',
  where: {
    source: 'kubernetes:prod-eu',
    title: 'Cluster prod-eu',
    cluster: 'prod-eu',
    path: null,
    href: null,
  },
  environment: 'production',
  entityRef: null,
  owner: null,
  written: 'oci://localhost:5050/acme/charts/payments sha256:a',
  from: 'oci',
  chart: 'oci://localhost:5050/acme/charts/payments',
  chartId: 'x',
  wants: { version: null, digest: 'sha256:a' },
  pin: 'digest',
  bestPin: 'digest',
  runs: {
    version: '1.8.2',
    digest: 'sha256:a',
    since: null,
    verdict: {
      status: 'verified',
      reason: { code: 'policy-met', message: 'Verified.' },
    },
    note: null,
  },
  behind: 0,
  gate: { strength: 'none', message: 'Argo CD checks no signatures.' },
  findings: [],
  seenAt: '2026-11-20T09:30:00Z',
  stale: false,
  ...change,
});

test('a row that is as it must be is no difference', () => {
  assert.deepEqual(compareRows([EXPECTED], { items: [row()] }), []);
});

for (const [what, items, words] of [
  ['nothing', [], /is missing/],
  ['one too many', [row(), row({ name: 'other' })], /none of its consumers/],
  ['one twice', [row(), row()], /there twice/],
  ['another pin', [row({ pin: 'range' })], /pin is "range" and not "digest"/],
  ['another place', [row({ from: 'legacy' })], /from is "legacy"/],
  ['nothing that runs', [row({ runs: null })], /runs is null/],
  [
    'another gate',
    [row({ gate: { strength: 'as-policy', message: '' } })],
    /gate is "as-policy"/,
  ],
] as const) {
  test(`${what} is a difference`, () => {
    assert.match(compareRows([EXPECTED], { items: [...items] }).join(), words);
  });
}
