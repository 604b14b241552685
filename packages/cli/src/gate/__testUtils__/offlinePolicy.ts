import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chartIdOf } from 'backstage-plugin-chart-provenance-common';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';

/** Where the example company lives. */
export const EXAMPLES = resolve(__dirname, '../../../../../examples');

/** The policy file of one chart of the examples, as the backend gives it out. */
export function offlinePolicy(
  registry: string,
  repository: string,
  changes: Partial<OfflinePolicy> = {},
): OfflinePolicy {
  const now = Date.now();
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  return {
    format: 'chart-provenance/gate-policy/v1',
    issuedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + 3_600_000).toISOString(),
    chart: {
      chartId: chartIdOf(registry, repository),
      registry,
      repository,
      entityRef: `component:default/${name}`,
      expectedSource: `github.com/acme/${name}`,
      policies: ['acme-release'],
      requestedPolicies: [],
      conflict: [],
    },
    registry: {
      plainHttp: true,
      allowPrivateAddress: true,
      realmHosts: [],
      redirectHosts: [],
    },
    policies: [
      {
        name: 'acme-release',
        selectable: false,
        anyOf: [
          {
            kind: 'keyless',
            root: 'acme',
            issuer: 'https://token.actions.githubusercontent.com',
            subjectPattern:
              'https://github\\.com/acme/[a-z0-9-]+/\\.github/workflows/release\\.yml@refs/tags/v[0-9A-Za-z.+-]+',
          },
        ],
        requireAttestations: [],
        maxStalenessMs: 86_400_000,
      },
    ],
    distrust: [],
    trust: {
      roots: [
        {
          id: 'acme',
          thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
          trustedRoot: readFileSync(
            resolve(EXAMPLES, 'trust/trusted_root.json'),
            'utf8',
          ),
        },
      ],
      keys: [],
      keyrings: [],
      stores: [],
    },
    environments: [
      {
        name: 'default',
        enforceFrom: 'always',
        policies: [],
        requireDigest: false,
        requireImages: false,
        maxAgeMs: 3_600_000,
        lifetimeMs: 900_000,
      },
    ],
    policyHash: '0'.repeat(64),
    trustHash: '0'.repeat(64),
    pageUrl: 'https://backstage.acme.dev/catalog/default/component/payments',
    ...changes,
  };
}
