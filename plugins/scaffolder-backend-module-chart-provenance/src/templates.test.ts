import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  actionsServiceMock,
  metricsServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
// The test is of both together.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import chartProvenance from 'backstage-plugin-chart-provenance-backend';
import {
  DevRegistry,
  openLayoutDirectory,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import request from 'supertest';
import { parse } from 'yaml';
import chartProvenanceModule from '.';

jest.setTimeout(180_000);

const EXAMPLES = resolve(__dirname, '../../../examples');
const PAYMENTS = 'component:default/payments';
const USER = mockCredentials.user.header('user:default/dana');

/** A step as dry runs have it, with what it wrote. */
interface DryRun {
  log: { body: { message: string; stepId?: string; status?: string } }[];
  directoryContents: { path: string; base64Content: string }[];
  output: { links?: { title: string; url: string }[] };
}

describe('the templates, in a real scaffolder beside the real plugin', () => {
  let registry: DevRegistry;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    registry = await startDevRegistry(
      await openLayoutDirectory(resolve(EXAMPLES, 'registry')),
    );
    const entities: Entity[] = ['payments', 'inventory'].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default' },
      spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    }));
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        githubModule,
        gitlabModule,
        chartProvenanceModule,
        chartProvenance,
        catalogServiceMock.factory({ entities }),
        actionsRegistryServiceMock.factory(),
        actionsServiceMock.factory(),
        metricsServiceMock.factory(),
        mockServices.rootConfig.factory({ data: config(registry.host) }),
      ],
    });
    await until(async () => {
      const { charts } = await ask(
        'get',
        '/chart-provenance/entities/component/default/payments',
      );
      return charts?.[0]?.counts.verified > 0;
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await registry?.close();
  });

  async function ask(method: 'get' | 'post', path: string, body?: object) {
    const call = request(backend.server)
      [method](`/api${path}`)
      .set('Authorization', USER);
    const { body: answer } = await (body ? call.send(body) : call);
    return answer;
  }

  async function dryRun(template: object, values: object): Promise<DryRun> {
    return ask('post', '/scaffolder/v2/dry-run', {
      template,
      values,
      directoryContents: [],
    });
  }

  const template = (name: string) =>
    parse(
      readFileSync(
        resolve(EXAMPLES, 'templates', name, 'template.yaml'),
        'utf8',
      ),
    );
  const wordsOf = (run: DryRun) => JSON.stringify(run.log ?? run);
  const filesOf = (run: DryRun) =>
    Object.fromEntries(
      run.directoryContents.map(({ path, base64Content }) => [
        path,
        Buffer.from(base64Content, 'base64').toString('utf8'),
      ]),
    );
  const choice = (chart = `oci://${registry.host}/acme/charts/payments`) => ({
    component: PAYMENTS,
    chart: { entityRef: PAYMENTS, chart },
    repoUrl: 'github.com?owner=acme&repo=payments',
    pipeline: 'github-actions',
  });

  it('publish-signed-chart writes the pipeline that the policy names, and leads to the tab', async () => {
    const run = await dryRun(template('publish-signed-chart'), choice());
    expect(run.log.filter(({ body }) => body.status === 'failed')).toEqual([]);
    const files = filesOf(run);
    const workflow = files['.github/workflows/release.yml'];
    expect(workflow).toContain('acme/charts');
    expect(Object.keys(parse(workflow).jobs).length).toBeGreaterThan(1);
    expect(run.output.links).toContainEqual(
      expect.objectContaining({
        url: '/catalog/default/component/payments/chart-provenance',
      }),
    );
  });

  it.each([
    ['payments', 'chartmuseum', 'the server that was told', '/api/charts'],
    ['inventory', 'known', 'the server that its address tells', 'gh-pages'],
  ])(
    'move-chart-to-oci publishes %s to both places (%s: %s), with a manifest',
    async (name, legacyServer, _, words) => {
      const entityRef = `component:default/${name}`;
      const run = await dryRun(template('move-chart-to-oci'), {
        component: entityRef,
        chart: {
          entityRef,
          chart: `oci://${registry.host}/acme/charts/${name}`,
        },
        repoUrl: `github.com?owner=acme&repo=${name}`,
        ...{ pipeline: 'github-actions', consumer: 'flux-oci-repository' },
        legacyServer,
      });
      expect(run).toHaveProperty('directoryContents');
      expect(wordsOf(run)).not.toMatch(/"status":"failed"/);
      const files = filesOf(run);
      expect(files['.github/workflows/release.yml']).toContain(words);
      const paths = Object.keys(files);
      expect(paths.some(path => path.startsWith('docs/consumers/'))).toBe(true);
      // This registry has no settings that are known: the reason is said, and the rest is written.
      expect(paths.some(path => path.startsWith('docs/registry/'))).toBe(false);
      expect(wordsOf(run)).toContain('Not written: It is not known what');
    },
  );

  it('move-chart-to-oci publishes nothing to a legacy repository of unknown kind until it is told', async () => {
    const run = await dryRun(template('move-chart-to-oci'), {
      ...choice(),
      ...{ consumer: 'none', legacyServer: 'known' },
    });
    expect(run).toHaveProperty('directoryContents');
    expect(wordsOf(run)).not.toMatch(/"status":"failed"/);
    expect(filesOf(run)['.github/workflows/release.yml']).not.toContain(
      'LEGACY_',
    );
  });

  const steps = (...list: object[]) => ({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'test' },
    spec: {
      type: 'chart',
      steps: list.map((step, at) => ({
        id: `s${at}`,
        name: `s${at}`,
        ...step,
      })),
      output: {},
    },
  });

  it('stops where the gate would, and says why', async () => {
    const gate = (version: string) =>
      dryRun(
        steps({
          action: 'chart-provenance:gate',
          input: {
            reference: `oci://${registry.host}/acme/charts/payments:${version}`,
          },
        }),
        {},
      );
    const good = await gate('1.8.2');
    expect(good.log.some(({ body }) => body.status === 'completed')).toBe(true);
    expect(wordsOf(await gate('1.8.1'))).toMatch(/The gate says deny/);
  });

  it.each<[string, object, RegExp]>([
    [
      'a chart that the entity does not have',
      {
        action: 'chart-provenance:generate',
        input: {
          entityRef: PAYMENTS,
          chart: 'oci://ghcr.io/x/y',
          snippet: 'shell',
        },
      },
      /has no chart oci:\/\/ghcr\.io\/x\/y; there are: oci:\/\//,
    ],
    [
      'a text that there is not',
      {
        action: 'chart-provenance:generate',
        input: { entityRef: PAYMENTS, snippet: 'nonsense' },
      },
      /no text called/,
    ],
    [
      'a folder outside of the workspace',
      {
        action: 'chart-provenance:generate',
        input: { entityRef: PAYMENTS, snippet: 'shell', into: '../..' },
      },
      /[Rr]elative path|outside|not allowed/,
    ],
    [
      'a folder of Git’s own',
      {
        action: 'chart-provenance:generate',
        input: { entityRef: PAYMENTS, snippet: 'shell', into: '.git/hooks' },
      },
      /Nothing is written into \.git/,
    ],
    [
      'a name that leads to another plugin',
      {
        action: 'chart-provenance:generate',
        input: { entityRef: '..:../catalog', snippet: 'shell' },
      },
      /This is no name/,
    ],
    [
      'a text that cannot be made',
      {
        action: 'chart-provenance:generate',
        input: { entityRef: PAYMENTS, snippet: 'registry-immutability' },
      },
      /not known what registry/,
    ],
    [
      'a reference that is no entity’s',
      {
        action: 'chart-provenance:generate',
        input: { entityRef: 'payments', snippet: 'shell' },
      },
      /component:default\/payments/,
    ],
  ])('refuses %s', async (_, step, words) => {
    expect(wordsOf(await dryRun(steps(step), {}))).toMatch(words);
  });

  it('overwrites nothing unless it is told to', async () => {
    const write = (overwrite: boolean) => ({
      action: 'chart-provenance:generate',
      input: { entityRef: PAYMENTS, snippet: 'github-actions', overwrite },
    });
    expect(
      wordsOf(await dryRun(steps(write(false), write(false)), {})),
    ).toMatch(/is there already; set overwrite/);
    const twice = await dryRun(steps(write(false), write(true)), {});
    expect(twice.log.filter(({ body }) => body.status === 'failed')).toEqual(
      [],
    );
  });

  it('finds a mistake in a file of the workspace', async () => {
    const { log } = await ask('post', '/scaffolder/v2/dry-run', {
      template: steps(
        { action: 'fetch:plain', input: { url: '.' } },
        {
          action: 'chart-provenance:lint',
          input: { paths: ['deploy.sh'] },
        },
      ),
      values: {},
      directoryContents: [
        {
          path: 'deploy.sh',
          base64Content: Buffer.from(
            'helm repo add acme oci://ghcr.io/acme/charts\n',
          ).toString('base64'),
        },
      ],
    }).then(answer => ({ log: JSON.stringify(answer) }));
    expect(log).toMatch(/deploy\.sh:1/);
  });
});

function config(host: string) {
  const workflow =
    'https://github\\.com/acme/[a-z0-9-]+/\\.github/workflows/release\\.yml@refs/tags/v[0-9A-Za-z.+-]+';
  return {
    app: { baseUrl: 'https://backstage.acme.dev' },
    backend: {
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    integrations: { github: [{ host: 'github.com', token: 'none' }] },
    chartProvenance: {
      registries: [
        {
          host,
          ...{ plainHttp: true, allowPrivateAddress: true },
          repositories: [
            {
              match: 'acme/charts/inventory',
              entity: 'component:default/inventory',
              source: 'github.com/acme/inventory',
              legacy: 'https://acme.github.io/charts#inventory',
              policy: 'acme-release',
            },
            {
              match: 'acme/charts/{name}',
              entity: 'component:default/{name}',
              source: 'github.com/acme/{name}',
              legacy: 'https://charts.acme.dev#{name}',
              policy: 'acme-release',
            },
          ],
        },
      ],
      legacyRepositories: [
        { url: 'https://charts.acme.dev' },
        { url: 'https://acme.github.io/charts' },
      ],
      trust: {
        roots: [
          {
            ...{ id: 'acme', type: 'file', demo: true },
            path: resolve(EXAMPLES, 'trust/trusted_root.json'),
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
      ],
      indexing: { discoveryInterval: { seconds: 5 } },
    },
  };
}

async function until(wanted: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await wanted())) {
    if (Date.now() > deadline) {
      throw new Error('It never came');
    }
    await new Promise(next => setTimeout(next, 200));
  }
}
