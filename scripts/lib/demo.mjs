import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO, ROOT } from './paths.mjs';

const EXAMPLES = join(ROOT, 'examples');
const REGISTRY_IN_EXAMPLES = 'localhost:5050';

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
];

/** Address of a component's Provenance page. */
export function pageOf(base, component) {
  return `${base}/catalog/default/component/${component}/chart-provenance`;
}

/**
 * Writes the demo's catalog and configuration below `.demo`, with the registry's port filled in.
 *
 * @returns `{config, env}`: configuration files for the backend, and the environment they read
 */
export function prepareDemo({ port, registryPort }) {
  const registry = `localhost:${registryPort}`;
  const base = `http://localhost:${port}`;
  const catalog = join(DEMO, 'catalog');
  const database = join(DEMO, 'database');
  mkdirSync(catalog, { recursive: true });
  mkdirSync(database, { recursive: true });
  const fill = (from, to) =>
    writeFileSync(
      to,
      readFileSync(from, 'utf8').replaceAll(REGISTRY_IN_EXAMPLES, registry),
    );
  for (const file of readdirSync(join(EXAMPLES, 'catalog'))) {
    fill(join(EXAMPLES, 'catalog', file), join(catalog, file));
  }
  const config = join(DEMO, 'app-config.demo.yaml');
  fill(join(EXAMPLES, 'demo', 'app-config.demo.yaml'), config);
  return {
    base,
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
