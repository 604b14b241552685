import type { TrustPolicy } from '../../../policy/types';
import type { SnippetConsumer, SnippetInput } from '../../types';

export const DIGEST = `sha256:${'ab'.repeat(32)}`;
export const ISSUER = 'https://token.actions.githubusercontent.com';
export const PATTERN =
  'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.*';
export const EC_KEY = [
  '-----BEGIN PUBLIC KEY-----',
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEuX3R2Kq1yqNSJ1b1yJ0mYWf6P1Qa',
  'c8Z5m1VgG5o3m9q0sB5qKq0Jq0m6bQk9n1bq8fG5v7l0rZbJq3m9v5o7aQ==',
  '-----END PUBLIC KEY-----',
  '',
].join('\n');

/** One policy: a workflow of GitHub by tag or on main, or a key. */
export function policy(more: Partial<TrustPolicy> = {}): TrustPolicy {
  return {
    name: 'acme-release',
    selectable: false,
    anyOf: [
      {
        kind: 'keyless',
        root: 'public',
        issuer: ISSUER,
        subjectPattern: PATTERN,
      },
      {
        kind: 'keyless',
        root: 'public',
        issuer: ISSUER,
        subject:
          'https://github.com/acme/payments/.github/workflows/release.yml@refs/heads/main',
      },
      { kind: 'key', key: 'acme' },
    ],
    requireAttestations: [],
    maxStalenessMs: 86_400_000,
    ...more,
  };
}

/** A chart as most are: signed, verified, published once at a legacy repository. */
export function snippetInput(more: Partial<SnippetInput> = {}): SnippetInput {
  return {
    chart: {
      chartId: 'abcdefgh12345678',
      registry: 'ghcr.io',
      repository: 'acme/charts/payments',
      name: 'payments',
      registryKind: 'ghcr',
      plainHttp: false,
      entityRef: 'component:default/payments',
      expectedSource: 'github.com/acme/payments',
    },
    version: {
      version: '1.8.0+build.5',
      tag: '1.8.0_build.5',
      digest: DIGEST,
      chartLayerDigest: null,
      status: 'verified',
    },
    policies: [policy()],
    roots: [
      {
        id: 'public',
        type: 'publicGood',
        thresholds: { tlog: 1, ctlog: 1, timestamp: 0 },
        trustedRoot: null,
      },
    ],
    keys: [{ id: 'acme', pem: EC_KEY }],
    keyrings: [],
    legacy: {
      repositoryUrl: 'https://charts.acme.dev',
      name: 'payments',
      server: 'chartmuseum',
    },
    gate: { apiUrl: 'https://backstage.acme.dev/api/x', environments: [] },
    pageUrl: 'https://backstage.acme.dev/catalog/default/component/payments',
    ...{
      tags: [],
      tagsRead: { at: '2026-11-01T00:00:00.000Z', complete: true },
      images: [],
      consumers: [],
    },
    ...more,
  };
}

/** A consumer with its file. */
export function consumer(
  kind: string,
  text: string,
  more: Partial<SnippetConsumer> = {},
): SnippetConsumer {
  return {
    ...{ id: 'c1', kind, name: 'payments', namespace: 'shop' },
    ...{ title: `${kind} shop/payments in prod-eu`, part: '' },
    ...{ path: 'apps/payments.yaml', href: null, text, wholeFile: true },
    ...more,
  };
}
