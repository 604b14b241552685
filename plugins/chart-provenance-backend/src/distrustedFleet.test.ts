import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { DistrustReport } from 'backstage-plugin-chart-provenance-common';
import { JsonObject } from '@backstage/types';
import {
  openLayoutDirectory,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import {
  EXAMPLES,
  exampleConfig,
  exampleEntities,
  expectedRecords,
} from './__testUtils__/exampleCompany';
import { lookedAt, startPlugin, until } from './__testUtils__/startPlugin';

jest.setTimeout(180_000);

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const databases = TestDatabases.create({
  ids: process.env[POSTGRES] ? ['SQLITE_3', 'POSTGRES_15'] : ['SQLITE_3'],
});

const LOOKED_AT = ['payments', 'ledger', 'storefront'];

/** The demo's configuration, with more that is not trusted. */
function distrusting(config: JsonObject, more: JsonObject[]): JsonObject {
  const { chartProvenance } = JSON.parse(JSON.stringify(config));
  chartProvenance.trust.distrust.push(...more);
  return { chartProvenance };
}

/** Archives are read for the images in them, apart from walks and verdicts: that is work of its own, and asks the registry. */
function withoutImages(config: JsonObject): JsonObject {
  const { chartProvenance } = JSON.parse(JSON.stringify(config));
  delete chartProvenance.images;
  return { chartProvenance };
}

it.each(databases.eachSupportedId())(
  'what becomes distrusted is judged anew at the start without a request to the registry, on %s',
  async id => {
    const overlayDirectory = await mkdtemp(join(tmpdir(), 'chart-provenance-'));
    const layouts = await openLayoutDirectory(join(EXAMPLES, 'registry'), {
      overlayDirectory,
    });
    const registry = await startDevRegistry(layouts);
    const hosts = { registry: registry.host, down: '127.0.0.1:1' };
    const config = withoutImages(exampleConfig(hosts));
    const entities = exampleEntities(hosts);
    const knex = await databases.init(id);
    const digestOf = (name: string, tag: string) =>
      expectedRecords().find(
        one => one.repository === `acme/charts/${name}` && one.tag === tag,
      )!.digest;

    let plugin = await startPlugin({ config, entities, knex });
    const ids = new Map<string, string>();
    for (const name of LOOKED_AT) {
      const chart = await lookedAt(plugin, name, `acme/charts/${name}`);
      ids.set(name, chart.chartId);
    }
    const before = await plugin.versions('payments', ids.get('payments')!);
    expect(before.counts.verified).toBeGreaterThan(3);
    const storefront = `/entities/component/default/storefront/charts/${ids.get(
      'storefront',
    )}/versions/${digestOf('storefront', '5.3.0')}`;
    const { body: detail } = await plugin.request('get', storefront);
    const [logEntry] = detail.evidence[0].verifications.flatMap(
      (one: { logEntries?: string[] }) => one.logEntries ?? [],
    );
    await plugin.stop();
    registry.clearRequests();

    const more = [
      { id: 'key', reason: 'The key leaked.', key: 'ledger-release' },
      {
        id: 'source',
        reason: 'The repository was taken over.',
        sourceRepository: 'https://GitHub.com/Acme/Payments.git',
      },
      {
        id: 'entry',
        reason: 'Nobody signed that.',
        logEntry: `24296fb24b8ad77a${logEntry.toUpperCase()}`,
      },
      {
        id: 'elsewhere',
        reason: 'Nothing stands on it.',
        digest: `sha256:${'0'.repeat(64)}`,
      },
    ];
    plugin = await startPlugin({
      config: distrusting(config, more),
      entities,
      knex,
    });
    const report = await until<DistrustReport>(
      async () => (await plugin.request('get', '/distrust').expect(200)).body,
      ({ pending }) => pending === 0,
    );
    const reached = Object.fromEntries(
      report.entries.map(entry => [
        entry.id,
        entry.versions
          .map(({ version, status }) => `${version} ${status}`)
          .sort(),
      ]),
    );
    expect(reached).toMatchObject({
      key: ['3.0.0 rejected', '3.1.0 rejected', '3.2.0 rejected'],
      entry: ['5.3.0 rejected'],
      'laptop-releases': ['5.4.0 rejected'],
      elsewhere: [],
    });
    expect(reached.source).toEqual(
      ['1.6.3+hotfix.1', '1.7.0', '1.7.1', '1.8.0', '1.8.2', '1.9.0-rc.1'].map(
        version => `${version} rejected`,
      ),
    );
    for (const name of LOOKED_AT) {
      const { counts, items } = await plugin.versions(name, ids.get(name)!);
      expect([name, counts.verified]).toEqual([name, 0]);
      expect(items.map(({ verdict }) => verdict.reason?.code)).toContain(
        'distrusted',
      );
    }
    // Charts whose first look was cut short by the stop are looked at again, and no others.
    const asked = registry.requests.map(({ path }) => path.split('/')[4]);
    expect(asked.filter(name => LOOKED_AT.includes(name))).toEqual([]);

    await plugin.stop();
    await registry.close();
    await rm(overlayDirectory, { recursive: true, force: true });
  },
);
