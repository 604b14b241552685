import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO, ROOT } from './paths.mjs';

const EXAMPLES = join(ROOT, 'examples');
/** What the examples call the services of the company. */
const REGISTRY_IN_EXAMPLES = 'localhost:5050';
const LEGACY_IN_EXAMPLES = 'localhost:5080';
const CLUSTERS_IN_EXAMPLES = 6101;

/** The company's clusters; each listens one port above the one before. */
export const CLUSTERS = ['prod-eu', 'prod-us', 'staging'];

/** Pages worth looking at first, and what each shows. */
export const PAGES = [
  ['payments', 'signed by its release workflow, but for one version'],
  ['ledger', 'signed with a key, once with somebody else’s'],
  ['storefront', 'the newest chart was signed by a person'],
  ['search', 'built from somebody else’s repository'],
  ['notifications', 'tampered with after signing'],
  ['inventory', 'not signed'],
  ['checkout', 'a tag that moved, and one that rolled back'],
  ['edge', 'two charts on one component'],
  ['loyalty', 'signed, but nobody has said who may sign'],
  ['pricing', 'nothing published yet'],
  ['reports', 'the registry is down'],
  ['geo', 'an annotation that does not parse'],
  ['fraud-check', 'a claim the operator does not allow'],
  ['backoffice', 'no chart of its own: deploys one of the edge team'],
];

/** Address of a component's Provenance page. */
export function pageOf(base, component, part = '') {
  const page = `${base}/catalog/default/component/${component}/chart-provenance`;
  return part ? `${page}/${part}` : page;
}

/**
 * Writes the demo's catalog, clusters and configuration below `.demo`, with the ports filled in.
 *
 * @returns `{config, env, clusters}`: configuration files for the backend, the environment they read, and the objects of each cluster
 */
export function prepareDemo({ port, registryPort, legacyPort, clusterPort }) {
  const base = `http://localhost:${port}`;
  const catalog = join(DEMO, 'catalog');
  const database = join(DEMO, 'database');
  mkdirSync(catalog, { recursive: true });
  mkdirSync(database, { recursive: true });
  const replacements = [
    [REGISTRY_IN_EXAMPLES, `localhost:${registryPort}`],
    [LEGACY_IN_EXAMPLES, `localhost:${legacyPort}`],
    ...CLUSTERS.map((_, index) => [
      `localhost:${CLUSTERS_IN_EXAMPLES + index}`,
      `localhost:${clusterPort + index}`,
    ]),
  ];
  const fill = (from, to) =>
    writeFileSync(
      to,
      replacements.reduce(
        (text, [written, meant]) => text.replaceAll(written, meant),
        readFileSync(from, 'utf8'),
      ),
    );
  for (const file of readdirSync(join(EXAMPLES, 'catalog'))) {
    fill(join(EXAMPLES, 'catalog', file), join(catalog, file));
  }
  const clusters = CLUSTERS.map((name, index) => {
    const objects = join(DEMO, `${name}.yaml`);
    fill(join(EXAMPLES, 'clusters', `${name}.yaml`), objects);
    return { name, objects, port: clusterPort + index };
  });
  const config = join(DEMO, 'app-config.demo.yaml');
  fill(join(EXAMPLES, 'demo', 'app-config.demo.yaml'), config);
  return {
    base,
    clusters,
    config: [join(ROOT, 'app-config.yaml'), config],
    env: {
      CHART_PROVENANCE_BASE_URL: base,
      CHART_PROVENANCE_PORT: String(port),
      CHART_PROVENANCE_DATA: database,
      CHART_PROVENANCE_CATALOG: join(catalog, 'all.yaml'),
      CHART_PROVENANCE_EXAMPLES: EXAMPLES,
    },
  };
}
