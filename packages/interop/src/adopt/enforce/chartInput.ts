import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EnforceInput } from './product.ts';

type Policy = EnforceInput['policies'][number];

export const GITHUB = 'https://token.actions.githubusercontent.com';
export const SUBJECT =
  'https://github.com/acme/payments/.github/workflows/release.yml@refs/heads/main';
const PATTERN =
  'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.*';
const TRUSTED_ROOT = fileURLToPath(
  new URL('../../../../../examples/trust/trusted_root.json', import.meta.url),
);

const thresholds = { tlog: 1, ctlog: 1, timestamp: 1 };

/** One kind of signer each, as policies name them. */
export const SIGNERS = {
  exact: { kind: 'keyless', root: 'public', issuer: GITHUB, subject: SUBJECT },
  pattern: {
    ...{ kind: 'keyless', root: 'public', issuer: GITHUB },
    subjectPattern: PATTERN,
  },
  gitlab: {
    ...{ kind: 'keyless', root: 'public', issuer: 'https://gitlab.com' },
    subject: 'https://gitlab.com/acme/payments//.gitlab-ci.yml@refs/heads/main',
  },
  private: { kind: 'keyless', root: 'acme', issuer: GITHUB, subject: SUBJECT },
  key: { kind: 'key', key: 'release' },
  keyring: { kind: 'keyring', keyring: 'people' },
} as const satisfies Record<string, Policy['anyOf'][number]>;

export function policyOf(
  name: string,
  signers: readonly (keyof typeof SIGNERS)[],
  requireAttestations: Policy['requireAttestations'] = [],
): Policy {
  return {
    ...{ name, selectable: false, requireAttestations },
    anyOf: signers.map(signer => SIGNERS[signer]),
    maxStalenessMs: 86_400_000,
  };
}

/** The payments chart of the example company. */
export function chartInput(
  policies: readonly Policy[],
  changes: Partial<EnforceInput['chart']> = {},
): EnforceInput {
  return {
    chart: {
      chartId: 'AAAAAAAAAAAAAAAA',
      registry: 'ghcr.io',
      repository: 'acme/charts/payments',
      name: 'payments',
      registryKind: 'ghcr',
      plainHttp: false,
      entityRef: 'component:default/payments',
      expectedSource: 'github.com/acme/payments',
      ...changes,
    },
    version: null,
    policies,
    roots: [
      { id: 'public', type: 'publicGood', thresholds, trustedRoot: null },
      {
        ...{ id: 'acme', type: 'file', thresholds },
        trustedRoot: readFileSync(TRUSTED_ROOT, 'utf8'),
      },
    ],
    keys: [{ id: 'release', pem: publicKey() }],
    keyrings: [],
    legacy: {
      repositoryUrl: 'https://charts.acme.example/stable',
      name: 'payments',
      server: 'unknown',
    },
    gate: { apiUrl: 'https://backstage.acme.example', environments: [] },
    pageUrl: 'https://backstage.acme.example',
    ...{
      tags: [],
      tagsRead: { at: '2026-11-01T00:00:00.000Z', complete: true },
      images: [],
      consumers: [],
    },
  };
}

function publicKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString();
}
