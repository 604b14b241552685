import { ServerResponse } from 'node:http';
import {
  at,
  HTML,
  sendBackstageError,
  sendStatus,
  sendText,
} from '../__testUtils__/answers';
import {
  application,
  helmRelease,
  helmReleaseOf,
  helmRepository,
  kustomization,
  manifestRepository,
  ociRepository,
} from '../__testUtils__/clusterObjects';
import { kubernetesConsumers } from '../__testUtils__/kubernetesConsumers';
import {
  Intercept,
  KubernetesStandIn,
  kubernetesStandIn,
  StandInOptions,
} from '../__testUtils__/kubernetesStandIn';

jest.setTimeout(30_000);

const signal = new AbortController().signal;
let standIn: KubernetesStandIn | undefined;

afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
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

describe('nothing is taken for absent, when a 404 for a group comes from', () => {
  const missingGroup = '/apis/argoproj.io';
  it.each<[string, (response: ServerResponse) => void]>([
    [
      'the Kubernetes plugin',
      r => sendBackstageError(r, 404, 'NotFoundError', ''),
    ],
    ['a page', sendText(404, 'text/html', HTML)],
    ['nobody in particular', response => response.writeHead(404).end()],
    [
      'an API server that has not started yet',
      r => sendStatus(r, 503, 'ServiceUnavailable'),
    ],
  ])('%s', async (_name, answer) => {
    await expect(
      read({ intercept: at(missingGroup, answer) }),
    ).rejects.toMatchObject({ name: 'ConsumerSourceError' });
  });

  it('the API server itself, it is absent', async () => {
    const intercept = at(missingGroup, r => sendStatus(r, 404, 'NotFound'));
    expect(await read({ intercept })).toMatchObject({ complete: true });
  });
});

describe('a missing permission', () => {
  const objects = [
    application('payments'),
    helmRelease('checkout', 'acme'),
    helmRepository('acme'),
    helmReleaseOf('ledger', 'ledger-chart'),
    ociRepository('ledger-chart'),
  ];
  const forbid =
    (...plurals: string[]): Intercept =>
    ({ url }, response) => {
      const mine = plurals.some(plural => url.pathname.endsWith(`/${plural}`));
      if (mine) {
        sendStatus(response, 403, 'Forbidden');
      }
      return mine;
    };

  it('for one kind leaves the others, and the reading incomplete', async () => {
    const observation = await read({
      objects,
      intercept: forbid('applications'),
    });
    expect(observation).toMatchObject({
      complete: false,
      incompleteBecause:
        "The Kubernetes plugin's account may not list applications.argoproj.io (bind it to the ClusterRole chart-provenance-reader).",
    });
    expect(observation.consumers.map(({ name }) => name)).toEqual([
      'checkout',
      'ledger',
    ]);
  });

  it('for chart sources gives no consumer whose chart cannot be told: the one seen before is not to be overwritten', async () => {
    const observation = await read({
      objects,
      intercept: forbid('helmrepositories'),
    });
    expect(observation.complete).toBe(false);
    expect(observation.consumers.map(({ name }) => name)).toEqual([
      'payments',
      'ledger',
    ]);
    expect(observation.problems).toEqual([
      {
        where: 'HelmRelease shop/checkout',
        message: expect.stringMatching(/acme.*not found/),
      },
    ]);
  });

  it('for what applies manifests, or deploys, gives no source as a consumer of its own: it may hold no chart, or be counted there', async () => {
    const sources = [
      manifestRepository('manifests'),
      kustomization('shop', 'manifests'),
      ...objects,
    ];
    const names = async (...plurals: string[]) => {
      await standIn?.close();
      const { consumers, complete, problems } = await read({
        objects: sources,
        intercept: forbid(...plurals),
      });
      return {
        complete,
        names: consumers.map(({ name }) => name),
        problems: problems.map(({ where }) => where),
      };
    };
    expect(await names()).toEqual({
      complete: true,
      names: ['payments', 'checkout', 'ledger'],
      problems: [],
    });
    expect(await names('kustomizations')).toEqual({
      complete: false,
      names: ['payments', 'checkout', 'ledger'],
      problems: ['OCIRepository shop/manifests'],
    });
    expect(await names('helmreleases')).toEqual({
      complete: false,
      names: ['payments'],
      problems: ['OCIRepository shop/ledger-chart'],
    });
  });

  it('for all kinds is a failure', async () => {
    const intercept = forbid(
      'applications',
      'helmreleases',
      'helmrepositories',
      'ocirepositories',
    );
    await expect(read({ objects, intercept })).rejects.toMatchObject({
      message: expect.stringMatching(/may list none of applications\.argoproj/),
      fix: expect.stringContaining('chart-provenance-reader'),
    });
  });
});
