import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CATALOG = `
apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: dana}
spec: {memberOf: [team-pay]}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: team-pay}
spec: {type: team, children: []}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: payments}
spec: {type: service, lifecycle: production, owner: group:default/team-pay}
`;

/** The operator's word: one rule, one legacy repository, one cluster. Everything is looked at every five seconds. */
export function companyConfig({ folder, legacy, registry, cluster }) {
  const catalog = join(folder, 'catalog.yaml');
  writeFileSync(catalog, CATALOG);
  const often = { seconds: 5 };
  return {
    catalog: { locations: [{ type: 'file', target: catalog }] },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: cluster.name,
              url: cluster.url,
              authProvider: 'serviceAccount',
              serviceAccountToken: cluster.readerToken,
              caData: Buffer.from(cluster.certificates).toString('base64'),
            },
          ],
        },
      ],
    },
    chartProvenance: {
      registries: [
        {
          host: registry.host,
          plainHttp: true,
          allowPrivateAddress: true,
          repositories: [
            {
              match: 'acme/charts/{name}',
              entity: 'component:default/{name}',
              legacy: `${legacy.url}#{name}`,
            },
          ],
        },
      ],
      legacyRepositories: [{ url: legacy.url, allowPrivateAddress: true }],
      indexing: { interval: often, discoveryInterval: often },
      consumers: {
        interval: often,
        kubernetes: { clusters: 'all' },
        environments: [{ name: 'production', clusters: ['prod-*'] }],
      },
    },
  };
}
