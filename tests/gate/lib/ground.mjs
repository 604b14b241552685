// What the gate stands on: the example company's registry and a PostgreSQL, each behind a way that can be cut, and the backend, whose clock can be
// put forward.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBackend } from '../../../packages/interop/src/bench/product/startBackend.ts';
import { startExampleRegistry } from '../../../packages/interop/src/registries/devRegistry.ts';
import {
  postgresPrograms,
  startPostgres,
} from '../../../packages/interop/src/services/postgres.ts';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { cuttable } from './cuttable.mjs';

const CLOCK = fileURLToPath(new URL('./clock.cjs', import.meta.url));
const EXAMPLES = join(ROOT, 'examples');
const ROOT_FILE = join(EXAMPLES, 'trust/trusted_root.json');
/** Pipelines that ask; each has a token of its own. */
export const TOKENS = Array.from(
  { length: 8 },
  (_, at) => `for-the-load-test-only-${at}`,
);

const CATALOG = ['payments', 'ledger', 'storefront', 'inventory']
  .map(
    name => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ${name}}
spec: {type: service, lifecycle: production, owner: team}
`,
  )
  .join('---\n');

/**
 * @returns nothing where there is no PostgreSQL; else `start(distrust)`, which starts the backend (again), with that list, and gives the gate's address,
 * and what can be made to fail
 */
export async function startGround(say) {
  const programs = postgresPrograms();
  if (!programs) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-gate-'));
  const running = [];
  const started = async service => {
    running.push(await service);
    return service;
  };
  const stop = async () => {
    for (const each of running.splice(0).reverse()) await each.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await started(startPostgres(programs));
    const registry = await started(startExampleRegistry());
    const database = await started(cuttable(endOf(postgres.url)));
    const registryWay = await started(
      cuttable(endOf(`http://${registry.host}`)),
    );
    const trustedRoot = join(folder, 'trusted_root.json');
    copyFileSync(ROOT_FILE, trustedRoot);
    const clock = join(folder, 'clock');
    writeFileSync(clock, '0');
    const catalog = join(folder, 'catalog.yaml');
    writeFileSync(catalog, CATALOG);
    const host = `localhost:${registryWay.port}`;
    const home = join(folder, 'backend');
    mkdirSync(home);
    let backend;
    const start = async distrust => {
      await backend?.stop();
      say('starting the backend');
      const operator = config({ host, database, catalog, trustedRoot });
      operator.chartProvenance.trust.distrust = distrust;
      backend = await startBackend(home, operator, {
        NODE_OPTIONS: `--require ${CLOCK}`,
        CLOCK_AHEAD: clock,
      });
      return `${backend.base}/api/chart-provenance/gate`;
    };
    running.push({ stop: () => backend?.stop() });
    return {
      ...{ host, registry: registryWay, database, stop, start },
      root: {
        remove: () => rmSync(trustedRoot),
        restore: () => copyFileSync(ROOT_FILE, trustedRoot),
      },
      forward: minutes => writeFileSync(clock, String(minutes * 60_000)),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function endOf(url) {
  const { hostname, port } = new URL(url);
  return {
    host: hostname === 'localhost' ? '127.0.0.1' : hostname,
    port: Number(port),
  };
}

function config({ host, database, catalog, trustedRoot }) {
  const workflow =
    'https://github\\.com/acme/[a-z0-9-]+/\\.github/workflows/release\\.yml@refs/tags/v[0-9A-Za-z.+-]+';
  return {
    backend: {
      auth: {
        externalAccess: TOKENS.map((token, at) => ({
          type: 'static',
          options: { token, subject: `pipeline-${at}` },
          accessRestrictions: [
            {
              plugin: 'chart-provenance',
              permission: [
                'chart-provenance.gate.check',
                'chart-provenance.chart.read',
              ],
            },
          ],
        })),
      },
      database: {
        client: 'pg',
        connection: {
          host: '127.0.0.1',
          port: database.port,
          user: 'postgres',
        },
        knexConfig: { pool: { min: 2, max: 20, acquireTimeoutMillis: 2_000 } },
      },
    },
    catalog: { locations: [{ type: 'file', target: catalog }] },
    chartProvenance: {
      registries: [
        {
          host,
          ...{ plainHttp: true, allowPrivateAddress: true },
          ...{ concurrency: 32, requestsPerSecond: 1000 },
          repositories: [
            {
              match: 'acme/charts/ledger',
              entity: 'component:default/ledger',
              policy: 'acme-key',
            },
            {
              match: 'acme/charts/{name}',
              entity: 'component:default/{name}',
              source: 'github.com/acme/{name}',
              policy: 'acme-release',
            },
          ],
        },
      ],
      trust: {
        roots: [
          {
            ...{ id: 'acme', type: 'file', path: trustedRoot, demo: true },
            refresh: { interval: '5m', maxAge: '1h' },
          },
        ],
        keys: [
          {
            id: 'ledger-release',
            path: join(EXAMPLES, 'trust/keys/ledger.pub'),
            demo: true,
          },
        ],
      },
      policies: [
        {
          name: 'acme-release',
          anyOf: [
            {
              root: 'acme',
              issuer: 'https://token.actions.githubusercontent.com',
              subjectPattern: workflow,
              allowAnyRef: true,
            },
          ],
        },
        { name: 'acme-key', anyOf: [{ key: 'ledger-release' }] },
      ],
      gate: {
        maxAge: '12h',
        requestsPerMinute: 1_000_000,
        environments: [{ name: 'production' }],
      },
      indexing: { interval: { hours: 6 }, discoveryInterval: { seconds: 5 } },
    },
  };
}
