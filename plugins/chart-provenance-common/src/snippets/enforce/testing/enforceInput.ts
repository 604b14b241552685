import type { TrustPolicy } from '../../../policy/types';
import type { SnippetInput } from '../../types';

export const ISSUER = 'https://token.actions.githubusercontent.com';
export const SUBJECT =
  'https://github.com/acme/payments/.github/workflows/release.yml@refs/heads/main';
export const PEM = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEVDU0qpd9C5oD4/E3UNR9fwLgyhYa
OZK8f2s9YJtHVYE/s+BCgaM0GIOIOhRNbgT13zg7cjaredfmRDyvwZeeMQ==
-----END PUBLIC KEY-----
`;

const thresholds = { tlog: 1, ctlog: 1, timestamp: 1 };

export function policyOf(
  anyOf: TrustPolicy['anyOf'],
  changes: Partial<TrustPolicy> = {},
): TrustPolicy {
  return {
    ...{ name: 'acme-release', selectable: false, anyOf },
    ...{ requireAttestations: [], maxStalenessMs: 1 },
    ...changes,
  };
}

export const BY_IDENTITY = {
  kind: 'keyless',
  root: 'public',
  issuer: ISSUER,
  subject: SUBJECT,
} as const;

/** The payments chart, signed by its release workflow. */
export function enforceInput(
  changes: Partial<SnippetInput> = {},
): SnippetInput {
  return {
    chart: {
      ...{ chartId: 'AAAAAAAAAAAAAAAA', registry: 'ghcr.io' },
      ...{ repository: 'acme/charts/payments', name: 'payments' },
      ...{ registryKind: 'ghcr', plainHttp: false },
      entityRef: 'component:default/payments',
      expectedSource: 'github.com/acme/payments',
    },
    version: null,
    policies: [policyOf([BY_IDENTITY])],
    roots: [
      { id: 'public', type: 'publicGood', thresholds, trustedRoot: null },
      { id: 'acme', type: 'file', thresholds, trustedRoot: '{"a": 1}' },
    ],
    keys: [{ id: 'release', pem: PEM }],
    keyrings: [],
    legacy: null,
    gate: { apiUrl: 'https://backstage.acme.example', environments: [] },
    pageUrl: 'https://backstage.acme.example',
    ...{
      tags: [],
      tagsRead: { at: '2026-11-01T00:00:00.000Z', complete: true },
      images: [],
      consumers: [],
    },
    ...changes,
  };
}
