import { application, helmRelease } from '../__testUtils__/clusterObjects';
import { kubernetesConsumers } from '../__testUtils__/kubernetesConsumers';
import { sendJson, sendStatus } from '../__testUtils__/answers';
import {
  Intercept,
  KubernetesStandIn,
  kubernetesStandIn,
  StandInOptions,
} from '../__testUtils__/kubernetesStandIn';

jest.setTimeout(30_000);

const signal = new AbortController().signal;
let standIn: KubernetesStandIn;

afterEach(async () => {
  await standIn.close();
});

async function read(
  options: StandInOptions,
  config: Parameters<typeof kubernetesConsumers>[1] = {},
) {
  standIn = await kubernetesStandIn(options);
  const provider = kubernetesConsumers(standIn, config);
  const { sources } = await provider.sources({ signal });
  return sources[0].read({ signal });
}

const LIST = { kind: 'ApplicationList', apiVersion: 'argoproj.io/v1alpha1' };
const SERVED: StandInOptions['served'] = [
  ['argoproj.io/v1alpha1', 'applications', 'Application'],
];

/** Answers lists of Applications. */
function lists(answer: (url: URL) => object): Intercept {
  return ({ url }, response) => {
    const mine = url.pathname.endsWith('/applications');
    if (mine) {
      sendJson(response, 200, answer(url));
    }
    return mine;
  };
}

const requestsForLists = () =>
  standIn.requests.filter(({ url }) => url.pathname.endsWith('/applications'));

it('does not follow pages without end', async () => {
  let page = 0;
  const intercept = lists(() => {
    page += 1;
    return {
      ...LIST,
      metadata: { continue: `page-${page}` },
      items: [application(`app-${page}`)],
    };
  });
  const observation = await read(
    { served: SERVED, intercept },
    { bounds: { requests: 50 } },
  );
  expect(observation).toMatchObject({
    complete: false,
    incompleteBecause:
      'Not all applications were read: it takes too many requests.',
  });
  expect(standIn.requests.length).toBeLessThanOrEqual(51);
  expect(observation.consumers.length).toBeGreaterThan(30);
});

it('notices that a page leads to itself', async () => {
  const intercept = lists(() => ({
    ...LIST,
    metadata: { continue: 'again' },
    items: [],
  }));
  const observation = await read({ served: SERVED, intercept });
  expect(observation.incompleteBecause).toContain('its pages do not end');
  expect(requestsForLists()).toHaveLength(2);
});

it('starts a list again whose next page has expired, once', async () => {
  const all = Array.from({ length: 150 }, (_, n) => application(`app-${n}`));
  let expired = 0;
  const intercept: Intercept = ({ url }, response) => {
    const isLater = url.searchParams.has('continue');
    if (isLater && expired < 1) {
      expired += 1;
      sendStatus(response, 410, 'Expired');
      return true;
    }
    return false;
  };
  const observation = await read({ objects: all, intercept });
  expect(observation.complete).toBe(true);
  expect(observation.consumers).toHaveLength(150);
  expect(requestsForLists()).toHaveLength(4);
});

it('gives up a list whose pages always expire', async () => {
  const all = Array.from({ length: 150 }, (_, n) => application(`app-${n}`));
  const observation = await read({
    objects: all,
    intercept: ({ url }, response) => {
      const isLater = url.searchParams.has('continue');
      if (isLater) {
        sendStatus(response, 410, 'Expired');
      }
      return isLater;
    },
  });
  expect(observation.incompleteBecause).toContain('changes faster');
  expect(observation.consumers).toHaveLength(100);
  expect(requestsForLists()).toHaveLength(4);
});

it('asks for fewer at a time where a page is too large, and reads a 10 MB object', async () => {
  const large = {
    ...application('large'),
    status: { resources: 'x'.repeat(10e6) },
  };
  const others = Array.from({ length: 30 }, (_, n) => ({
    ...application(`app-${n}`),
    status: { resources: 'x'.repeat(500_000) },
  }));
  const observation = await read({ objects: [...others, large] });
  expect(observation).toMatchObject({ complete: true, problems: [] });
  expect(observation.consumers).toHaveLength(31);
  const limits = requestsForLists().map(({ url }) =>
    url.searchParams.get('limit'),
  );
  expect(limits).toEqual(['100', '10', '10', '10', '10']);
});

it('reads no answer beyond its bound, and the other kinds all the same', async () => {
  const observation = await read(
    {
      objects: [
        application('a'.repeat(5_000)),
        helmRelease('checkout', 'acme'),
      ],
      served: [
        ['source.toolkit.fluxcd.io/v1', 'helmrepositories', 'HelmRepository'],
      ],
    },
    { bounds: { answerBytes: 4_096 } },
  );
  expect(observation.incompleteBecause).toBe(
    'Not all applications were read: 10 applications together are too large an answer.',
  );
  expect(observation.consumers).toMatchObject([{ name: 'checkout' }]);
});

it('stops at an answer that never ends', async () => {
  const intercept: Intercept = ({ url }, response) => {
    const mine = url.pathname.endsWith('/applications');
    if (mine) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"kind":"ApplicationList","items":[');
      const more = () => {
        while (!response.destroyed && response.write('{},'.repeat(20_000)));
      };
      response.on('drain', more);
      more();
    }
    return mine;
  };
  const observation = await read({ served: SERVED, intercept });
  expect(observation).toMatchObject({ consumers: [], complete: false });
});

it('keeps to its bound of objects', async () => {
  const intercept = lists(() => ({
    ...LIST,
    metadata: {},
    items: Array.from({ length: 500 }, (_, n) => application(`app-${n}`)),
  }));
  const observation = await read(
    { served: SERVED, intercept },
    { bounds: { objects: 120 } },
  );
  expect(observation.consumers).toHaveLength(120);
  expect(observation.incompleteBecause).toContain('too many objects');
});

it('tells of what is no such object, and reads its neighbours', async () => {
  const other = { ...application('other'), kind: 'Secret' };
  const intercept = lists(() => ({
    ...LIST,
    metadata: {},
    items: [
      null,
      'text',
      [application('nested')],
      other,
      { kind: 'Application', apiVersion: 'v1', metadata: { name: 'core' } },
      { ...application('without'), kind: undefined, apiVersion: undefined },
      { metadata: { name: { a: 1 }, namespace: ['x'] }, spec: 7, status: 'x' },
      application('payments'),
    ],
  }));
  const observation = await read({ served: SERVED, intercept });
  expect(observation.consumers.map(({ name }) => name)).toEqual([
    'without',
    'payments',
  ]);
  expect(observation.problems.map(({ where }) => where)).toEqual(
    expect.arrayContaining([
      'Application',
      'Application argocd/other',
      'Application core',
    ]),
  );
  expect(observation.problems.length).toBeGreaterThanOrEqual(5);
  expect(observation.complete).toBe(true);
});
