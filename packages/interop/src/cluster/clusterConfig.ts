import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Cluster } from '../services/kubernetes/kubernetesApi.ts';
import type { Place } from './manifests/Place.ts';

const EXAMPLES = fileURLToPath(
  new URL('../../../../examples', import.meta.url),
);

/** Environments in the operator's order. */
export const ENVIRONMENTS = ['production', 'staging'];

/** How often each cluster is read. */
const INTERVAL_SECONDS = 5;

/** The operator's word: the demo's trust and policies, the clusters with their read-only accounts, and where consumers are. */
export function clusterConfig(
  clusters: readonly Cluster[],
  place: Place,
): object {
  return {
    catalog: {
      locations: [
        { type: 'file', target: join(EXAMPLES, 'catalog', 'all.yaml') },
      ],
    },
    integrations: {
      gitea: [{ host: place.git, baseUrl: `http://${place.git}` }],
    },
    kubernetes: kubernetesPlugin(clusters),
    chartProvenance: {
      ...demoTrust(),
      registries: [
        {
          ...{ host: place.registry, plainHttp: true },
          allowPrivateAddress: true,
          repositories: [
            ...['edge-gateway', 'edge-cache'].map(chart => ({
              match: `acme/charts/${chart}`,
              entity: 'component:default/edge',
              source: 'github.com/acme/edge',
              policy: 'acme-release',
            })),
            {
              match: 'acme/charts/ledger',
              entity: 'component:default/ledger',
              policy: 'acme-key',
            },
            {
              match: 'acme/charts/search',
              entity: 'component:default/search',
              source: 'github.com/acme/search',
              policy: 'acme-shared-workflow',
            },
            {
              match: 'acme/charts/{name}',
              entity: 'component:default/{name}',
              source: 'github.com/acme/{name}',
              legacy: `${place.legacy}#{name}`,
              policy: 'acme-release',
            },
          ],
        },
      ],
      legacyRepositories: [{ url: place.legacy }],
      indexing: { interval: { hours: 1 }, discoveryInterval: { seconds: 5 } },
      consumers: consumers(clusters, place),
    },
  };
}

/** As an adopter configures it, with the token of an account that may read consumers and nothing else. */
function kubernetesPlugin(clusters: readonly Cluster[]): object {
  return {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: [
          ...clusters.map(({ name, url, certificates, readerToken }) => ({
            ...{ name, url, authProvider: 'serviceAccount' },
            caData: Buffer.from(certificates).toString('base64'),
            serviceAccountToken: readerToken,
          })),
          // A cluster that only people can read: nobody is signed in while we look for consumers.
          {
            name: 'people-only',
            url: 'https://127.0.0.1:1',
            authProvider: 'google',
          },
        ],
      },
    ],
  };
}

function consumers(clusters: readonly Cluster[], { git }: Place): object {
  const main = `http://${git}/acme/gitops/src/branch/main`;
  return {
    interval: { seconds: INTERVAL_SECONDS },
    kubernetes: {
      clusters: 'all',
      servers: Object.fromEntries(clusters.map(({ name, url }) => [name, url])),
    },
    git: [
      { url: `${main}/clusters/prod-ap`, cluster: 'prod-ap' },
      { url: `${main}/charts` },
    ],
    environments: [
      { name: ENVIRONMENTS[0], clusters: ['prod-*'] },
      { name: ENVIRONMENTS[1], clusters: ['staging'] },
    ],
    owners: [
      {
        namespace: 'shop',
        name: 'payments',
        entity: 'component:default/payments',
      },
    ],
  };
}

/** Of the demo's configuration: what was signed has to be judged as there. */
function demoTrust(): object {
  const file = join(EXAMPLES, 'demo', 'app-config.demo.yaml');
  const text = readFileSync(file, 'utf8').replaceAll(
    '${CHART_PROVENANCE_EXAMPLES}',
    EXAMPLES,
  );
  const { chartProvenance }: { chartProvenance: Record<string, unknown> } =
    parse(text);
  const { trust, policies } = chartProvenance;
  return { trust, policies };
}
