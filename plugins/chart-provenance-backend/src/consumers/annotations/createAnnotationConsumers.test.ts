import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { CONSUMES_ANNOTATION } from 'backstage-plugin-chart-provenance-common';
import { createAnnotationConsumers } from './createAnnotationConsumers';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const signal = new AbortController().signal;

function component(name: string, consumes: unknown): Entity {
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, annotations: { [CONSUMES_ANNOTATION]: consumes } },
    }),
  );
}

async function sourceOver(...pages: (Entity[] | Error)[]) {
  const asked: unknown[] = [];
  const provider = createAnnotationConsumers({
    auth: mockServices.auth(),
    catalog: {
      async *streamEntities(request, options) {
        asked.push({ request, principal: options.credentials.principal });
        for (const page of pages) {
          if (page instanceof Error) {
            throw page;
          }
          yield page;
        }
      },
    },
  });
  const { sources, unreadable } = await provider.sources({ signal });
  expect([provider.id, unreadable, sources.length]).toEqual([
    'annotations',
    [],
    1,
  ]);
  return { source: sources[0], asked };
}

it('reads what entities say they use, as the plugin itself', async () => {
  const { source, asked } = await sourceOver(
    [
      component(
        'checkout',
        `oci://ghcr.io/acme/charts/payments:1.8.2@${DIGEST}`,
      ),
    ],
    [
      component(
        'shop',
        'oci://ghcr.io/acme/a:latest, oci://ghcr.io/acme/b:2.0.0',
      ),
    ],
  );
  const observation = await source.read({ signal });
  expect(observation.consumers[0]).toEqual({
    kind: 'Entity',
    name: 'checkout',
    namespace: 'default',
    part: '',
    form: 'annotation',
    written: `oci://ghcr.io/acme/charts/payments:1.8.2@${DIGEST}`,
    target: {
      kind: 'oci',
      registry: 'ghcr.io',
      repository: 'acme/charts/payments',
    },
    wants: { version: '1.8.2', digest: DIGEST },
    pin: 'digest',
    bestPin: 'digest',
    runs: null,
    gate: { kind: 'none', why: expect.stringContaining('not known') },
    destination: null,
    labels: {},
    findings: [],
    cluster: null,
    path: null,
    href: null,
    entityRef: 'component:default/checkout',
  });
  expect(
    observation.consumers
      .slice(1)
      .map(({ part, pin, findings }) => [
        part,
        pin,
        findings.map(({ rule }) => rule),
      ]),
  ).toEqual([
    ['entries[0]', 'floating', ['unpinned']],
    ['entries[1]', 'version', []],
  ]);
  expect(observation).toMatchObject({
    problems: [],
    complete: true,
    incompleteBecause: null,
  });
  expect(asked).toEqual([
    {
      request: {
        filter: {
          [`metadata.annotations.${CONSUMES_ANNOTATION}`]:
            CATALOG_FILTER_EXISTS,
        },
        pageSize: 500,
      },
      principal: mockCredentials.service('plugin:test').principal,
    },
  ]);
});

it('tells of what does not parse; the other entries and entities count', async () => {
  const { source } = await sourceOver([
    component(
      'a',
      'https://charts.acme.dev oci://ghcr.io/acme/a:1.0.0 oci://ghcr.io/acme/b',
    ),
    component('b', 7),
    component('c', `oci://ghcr.io/acme/c@${DIGEST}`),
  ]);
  const { consumers, problems, complete } = await source.read({ signal });
  expect(consumers.map(({ entityRef }) => entityRef)).toEqual([
    'component:default/a',
    'component:default/c',
  ]);
  expect(problems.map(({ where }) => where)).toEqual([
    `component:default/a, ${CONSUMES_ANNOTATION}`,
    `component:default/a, ${CONSUMES_ANNOTATION}`,
    `component:default/b, ${CONSUMES_ANNOTATION}`,
  ]);
  expect(complete).toBe(true);
});

it('is no reading at all when the catalog breaks off', async () => {
  const { source } = await sourceOver(
    [component('a', 'oci://ghcr.io/acme/a:1.0.0')],
    new Error('connect ECONNREFUSED 10.0.0.1:7007'),
  );
  await expect(source.read({ signal })).rejects.toMatchObject({
    name: 'ConsumerSourceError',
    message: 'The catalog could not be read to its end.',
  });
});

it('stops when it is told to', async () => {
  const { source } = await sourceOver([component('a', 'x')]);
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(source.read({ signal: stopped })).rejects.toThrow('stopped');
});
