import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { JsonObject } from '@backstage/types';
import {
  ChartImages,
  ImageUses,
} from 'backstage-plugin-chart-provenance-common';
import { DevRegistry, startDevRegistry } from 'chart-provenance-dev-registry';
import { Descriptor } from 'chart-provenance-oras';
import {
  lookedAt,
  RunningPlugin,
  startPlugin,
  until,
} from './__testUtils__/startPlugin';
import { findHelm } from './images/__testUtils__/findHelm';
import { makeChart } from './images/__testUtils__/makeArchive';
import {
  newKey,
  pemOf,
  SigstoreLab,
} from './verification/__testUtils__/SigstoreLab';
import { BUNDLE, ChartRepository } from './walk/__testUtils__/ChartRepository';

jest.setTimeout(120_000);

const CHART = 'acme/charts/payments';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const key = newKey();
const stranger = newKey();
const helm = findHelm('4');

/** An image for two platforms, as far as anybody here looks: an index. */
async function imageIn(repository: ChartRepository, tag: string) {
  const manifest = await repository.putJson(MANIFEST, {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: await repository.putJson('application/json', { tag }),
    layers: [],
  });
  const index = await repository.putJson(INDEX, {
    schemaVersion: 2,
    mediaType: INDEX,
    manifests: [manifest],
  });
  await repository.store.tag(index, tag);
  return index;
}

async function sign(repository: ChartRepository, image: Descriptor, by = key) {
  const lab = await SigstoreLab.create();
  const bundle = await lab.sign({ subject: image.digest, key: by });
  await repository.attach(image, await repository.putJson(BUNDLE, bundle));
}

const deployment = (images: Record<string, string>) =>
  [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata: {name: "{{ .Release.Name }}"}',
    'spec:',
    '  template:',
    '    spec:',
    '      containers:',
    ...Object.entries(images).map(
      ([name, image]) => `        - {name: ${name}, image: "${image}"}`,
    ),
  ].join('\n');

describe('images of a chart', () => {
  let registry: DevRegistry;
  let trap: Server;
  let caught: string[];
  let elsewhere: string;
  let plugin: RunningPlugin | undefined;
  const repositories = new Map(
    [
      CHART,
      'acme/app',
      'acme/signed-by-others',
      'acme/unsigned',
      'other/app',
    ].map(name => [name, new ChartRepository()] as const),
  );
  const at = (name: string) => repositories.get(name)!;
  const images = new Map<string, Descriptor>();

  beforeAll(async () => {
    caught = [];
    trap = createServer((request, response) => {
      caught.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>(done => trap.listen(0, '127.0.0.1', done));
    elsewhere = `127.0.0.1:${(trap.address() as AddressInfo).port}`;
    registry = await startDevRegistry({
      repositories: new Map(
        [...repositories].map(([name, { store }]) => [name, store]),
      ),
    });
    for (const [name, repository] of repositories) {
      if (name !== CHART) {
        images.set(name, await imageIn(repository, '1.0'));
      }
    }
    await sign(at('acme/app'), images.get('acme/app')!);
    await sign(
      at('acme/signed-by-others'),
      images.get('acme/signed-by-others')!,
      stranger,
    );
    await pushChart();
  });

  afterEach(async () => {
    await plugin?.stop();
    plugin = undefined;
  });

  afterAll(async () => {
    await registry?.close();
    await new Promise(done => trap.close(done));
  });

  async function pushChart() {
    const { host } = registry;
    const digestOf = (name: string) => images.get(name)!.digest;
    const archive = makeChart({
      'values.yaml': `image: {repository: "${host}/acme/app", tag: "1.0"}`,
      'templates/deployment.yaml': deployment({
        pinned: `${host}/acme/app@${digestOf('acme/app')}`,
        tagged: '{{ .Values.image.repository }}:{{ .Values.image.tag }}',
        others: `${host}/acme/signed-by-others@${digestOf(
          'acme/signed-by-others',
        )}`,
        unsigned: `${host}/acme/unsigned:1.0`,
        missing: `${host}/acme/app:none`,
        unnamed: `${host}/other/app:1.0`,
        elsewhere: `${elsewhere}/acme/app:1.0`,
      }),
    });
    const charts = at(CHART);
    const manifest = await charts.putJson(MANIFEST, {
      schemaVersion: 2,
      config: await charts.putJson('application/vnd.cncf.helm.config.v1+json', {
        name: 'payments',
        version: '1.0.0',
        apiVersion: 'v2',
        annotations: {
          'artifacthub.io/images': `- image: ${host}/acme/app:1.0\n`,
        },
      }),
      layers: [
        await charts.put(
          'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
          archive,
        ),
      ],
    });
    await charts.store.tag(manifest, '1.0.0');
  }

  const configOf = (section: JsonObject | undefined): JsonObject => ({
    chartProvenance: {
      registries: [
        {
          host: registry.host,
          plainHttp: true,
          allowPrivateAddress: true,
          listing: 'none',
          repositories: [
            {
              match: CHART,
              entity: 'component:default/payments',
              policy: 'release',
            },
          ],
        },
      ],
      trust: { keys: [{ id: 'release', pem: pemOf(key.publicKey) }] },
      policies: [{ name: 'release', anyOf: [{ key: 'release' }] }],
      indexing: { interval: { seconds: 5 } },
      ...(section && { images: section }),
    },
  });

  async function start(section: JsonObject | undefined) {
    plugin = await startPlugin({
      config: configOf(section),
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'payments', namespace: 'default' },
        },
      ],
    });
    const { chartId } = await lookedAt(plugin, 'payments', CHART);
    const { items } = await plugin.versions('payments', chartId);
    const path = `/entities/component/default/payments/charts/${chartId}/versions/${items[0].digest}/images`;
    return async (): Promise<ChartImages> =>
      (await plugin!.request('get', path).expect(200)).body;
  }

  const statuses = ({ items }: ChartImages) =>
    Object.fromEntries(
      items.map(({ written, pinned, status }) => [
        written
          .replace(`${registry.host}/`, '')
          .replace(elsewhere, 'elsewhere')
          .replace(/@sha256:.*/, '@'),
        `${pinned ? 'pinned, ' : ''}${status}`,
      ]),
    );

  const rules = () => ({
    repositories: [
      { match: `${registry.host}/acme/{name}`, policy: 'release' },
    ],
  });
  const isLookedAt = ({ items }: ChartImages) =>
    items.length > 0 &&
    items.every(
      ({ status, reason }) =>
        status !== 'indeterminate' || !/not looked at yet/.test(reason),
    );

  (helm ? describe : describe.skip)('rendered', () => {
    it('says of each whether it is pinned and signed, and asks nobody it must not', async () => {
      registry.clearRequests();
      const ask = await start({ render: { helm: helm! }, ...rules() });
      const answer = await until(
        ask,
        one => one.from === 'rendered' && isLookedAt(one),
      );
      expect(answer).toMatchObject({
        values: 'the chart’s own values.yaml',
        problem: null,
        cut: false,
      });
      expect(statuses(answer)).toEqual({
        'acme/app@': 'pinned, verified',
        'acme/app:1.0': 'verified',
        'acme/app:none': 'indeterminate',
        'acme/signed-by-others@': 'pinned, rejected',
        'acme/unsigned:1.0': 'unsigned',
        'other/app:1.0': 'not-configured',
        'elsewhere/acme/app:1.0': 'not-configured',
      });
      const tagged = answer.items.find(({ written }) =>
        written.endsWith(`${registry.host}/acme/app:1.0`),
      );
      expect(tagged).toMatchObject({
        usedBy: ['Deployment/payments'],
        policy: 'release',
        checkedAt: expect.any(String),
        reason: expect.stringMatching(
          /^Signed by .* the tag 1\.0 pointed then/,
        ),
      });
      expect(caught).toEqual([]);
      const asked = registry.requests.map(({ path }) => path);
      expect(asked.filter(path => path.includes('/other/'))).toEqual([]);
      expect(
        asked.filter(path => path.includes(`/v2/${CHART}/blobs/`)).length,
      ).toBeLessThanOrEqual(2);

      const query = images.get('acme/app')!.digest;
      const uses = async (text: string): Promise<ImageUses> =>
        (
          await plugin!
            .request('get', `/images?query=${encodeURIComponent(text)}`)
            .expect(200)
        ).body;
      // The images are the same bytes: their signatures are not lent, their users are found.
      const found = (await uses(query)).items;
      expect(found.map(({ written }) => written)).toEqual([
        `${registry.host}/acme/app@${query}`,
        `${registry.host}/acme/signed-by-others@${query}`,
      ]);
      expect(found[0]).toMatchObject({
        chart: `oci://${registry.host}/${CHART}`,
        version: '1.0.0',
        pinned: true,
        from: 'rendered',
        running: [],
        hidden: 0,
      });
      expect((await uses('ACME/unsigned')).items).toHaveLength(1);
      expect((await uses('nowhere/at-all')).items).toEqual([]);
    });
  });

  it('reads the annotation where nothing was rendered, and no archive unless told to', async () => {
    registry.clearRequests();
    const ask = await start(undefined);
    const answer = await until(ask, ({ from }) => from !== null);
    expect(answer).toMatchObject({ from: 'annotation', values: null });
    expect(statuses(answer)).toEqual({ 'acme/app:1.0': 'not-configured' });
    const asked = registry.requests.map(({ path }) => path);
    expect(asked.filter(path => /acme\/app|unsigned/.test(path))).toEqual([]);
  });

  it('says why it was not rendered', async () => {
    const ask = await start({ render: { helm: '/nowhere/helm' }, ...rules() });
    const answer = await until(
      ask,
      one => isLookedAt(one) && /helm/.test(one.problem ?? ''),
    );
    expect(answer).toMatchObject({
      from: 'annotation',
      problem: expect.stringMatching(/helm/),
    });
    expect(statuses(answer)).toEqual({ 'acme/app:1.0': 'verified' });
  });
});
