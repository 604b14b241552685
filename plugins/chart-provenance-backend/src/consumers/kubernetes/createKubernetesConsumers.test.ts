import {
  application,
  helmRelease,
  helmReleaseOf,
  helmRepository,
  ociRepository,
} from '../__testUtils__/clusterObjects';
import { kubernetesConsumers } from '../__testUtils__/kubernetesConsumers';
import {
  KubernetesStandIn,
  kubernetesStandIn,
  STAND_IN_TOKEN,
  StandInOptions,
} from '../__testUtils__/kubernetesStandIn';

jest.setTimeout(30_000);

const signal = new AbortController().signal;
let standIn: KubernetesStandIn;

async function start(options: StandInOptions) {
  standIn = await kubernetesStandIn(options);
  return standIn;
}

async function readOnly(
  options: Parameters<typeof kubernetesConsumers>[1] = {},
) {
  const { sources } = await kubernetesConsumers(standIn, options).sources({
    signal,
  });
  expect(sources).toHaveLength(1);
  return sources[0].read({ signal });
}

afterEach(async () => {
  await standIn.close();
});

describe('the sources', () => {
  it('are the clusters of the Kubernetes plugin, and what cannot be read says so', async () => {
    await start({
      clusters: [
        { name: 'prod-eu', title: 'Production EU', authProvider: 'aws' },
        { name: 'local', authProvider: 'localKubectlProxy' },
        { name: 'desk', authProvider: 'oidc' },
        { name: 'gke', authProvider: 'google' },
        { name: 'strange', authProvider: 'our own' },
        { name: 'silent' },
        { name: 'local', authProvider: 'localKubectlProxy' },
        { name: 'ümlaut', authProvider: 'azure' },
      ],
    });
    const { sources, unreadable } = await kubernetesConsumers(standIn).sources({
      signal,
    });
    expect(sources).toMatchObject([
      {
        id: 'kubernetes:prod-eu',
        title: 'Cluster Production EU',
        cluster: 'prod-eu',
      },
      { id: 'kubernetes:local', title: 'Cluster local', cluster: 'local' },
    ]);
    expect(unreadable.map(({ id, message }) => [id, message])).toEqual([
      ['kubernetes:desk', expect.stringContaining('oidc')],
      ['kubernetes:gke', expect.stringContaining('google')],
      ['kubernetes:strange', expect.stringContaining('none, is not known')],
      ['kubernetes:silent', expect.stringContaining('none, is not known')],
      ['kubernetes:local (2)', expect.stringContaining('Two clusters')],
      ['kubernetes:ümlaut', expect.stringContaining('ASCII')],
    ]);
    expect(unreadable[1].fix).toContain('googleServiceAccount');
    expect(unreadable.every(({ fix }) => fix.endsWith('.'))).toBe(true);
  });

  it('are only those that the operator lists, and one that the plugin does not know is told of', async () => {
    await start({
      clusters: [
        { name: 'prod', authProvider: 'serviceAccount' },
        { name: 'secret', authProvider: 'oidc' },
      ],
    });
    const listing = await kubernetesConsumers(standIn, {
      clusters: ['prod', 'prud', 'elsewhere'],
    }).sources({ signal });
    expect(listing.sources.map(({ id }) => id)).toEqual(['kubernetes:prod']);
    expect(listing.unreadable).toMatchObject([
      {
        id: 'kubernetes:prud',
        message: 'The Kubernetes plugin knows no cluster called prud.',
        fix: expect.stringContaining('Write prod '),
      },
      { id: 'kubernetes:elsewhere', fix: expect.stringContaining('Add it') },
    ]);
  });
});

describe('a reading', () => {
  it('gives what Argo CD and Flux deploy, from wherever the versions serve it', async () => {
    await start({
      objects: [
        application('payments'),
        helmRelease('checkout', 'acme'),
        helmReleaseOf('ledger', 'ledger-chart'),
        helmRepository('acme'),
        // As in Flux before 2.6: the repositories in v1, this one in v1beta2 only.
        ociRepository('ledger-chart', 'source.toolkit.fluxcd.io/v1beta2'),
      ],
      served: [
        ['argoproj.io/v1alpha1', 'workflows', 'Workflow'],
        ['argoproj.io/v1alpha1', 'applicationsets', 'ApplicationSet'],
      ],
    });
    const observation = await readOnly();
    expect(observation).toMatchObject({
      problems: [],
      complete: true,
      incompleteBecause: null,
    });
    const here = { cluster: 'prod', path: null, href: null, entityRef: null };
    const chart = {
      kind: 'oci',
      registry: 'ghcr.io',
      repository: 'acme/charts/payments',
    };
    expect(
      observation.consumers.filter(({ kind }) => kind !== 'OCIRepository'),
    ).toMatchObject([
      { ...here, kind: 'Application', name: 'payments', target: chart },
      {
        ...here,
        kind: 'HelmRelease',
        name: 'checkout',
        target: chart,
        labels: { 'backstage.io/kubernetes-id': 'checkout' },
      },
      { ...here, kind: 'HelmRelease', name: 'ledger', pin: 'digest' },
    ]);
    expect(JSON.stringify(observation)).not.toContain('hunter2');
  });

  it('asks as this plugin, for the one cluster, for lists in pages and for nothing else', async () => {
    await start({ objects: [application('payments')] });
    await readOnly();
    const [clusters, ...proxied] = standIn.requests;
    expect(clusters.url.pathname).toBe('/clusters');
    expect(proxied.map(({ url }) => url.pathname + url.search)).toEqual([
      '/proxy/apis',
      '/proxy/apis/argoproj.io',
      '/proxy/apis/argoproj.io/v1alpha1',
      '/proxy/apis/helm.toolkit.fluxcd.io',
      '/proxy/apis/kustomize.toolkit.fluxcd.io',
      '/proxy/apis/source.toolkit.fluxcd.io',
      '/proxy/apis/argoproj.io/v1alpha1/applications?limit=100',
    ]);
    for (const { cluster, authorization } of proxied) {
      expect(cluster).toBe('prod');
      expect(authorization).toBe(`Bearer ${STAND_IN_TOKEN}`);
    }
  });

  it('follows pages to the end', async () => {
    const names = Array.from({ length: 250 }, (_, n) => `app-${n}`);
    await start({ objects: names.map(name => application(name)) });
    const { consumers, complete } = await readOnly();
    expect(consumers.map(({ name }) => name)).toEqual(names);
    expect(complete).toBe(true);
  });

  it('is complete and empty where neither Argo CD nor Flux is installed', async () => {
    await start({});
    expect(await readOnly()).toEqual({
      consumers: [],
      problems: [],
      complete: true,
      incompleteBecause: null,
    });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    await start({
      objects: [application('payments')],
      // Never answers; whoever waits is told to stop.
      intercept: ({ url }) => {
        const hangs = url.pathname.endsWith('/applications');
        if (hangs) {
          stop.abort(new Error('the backend stops'));
        }
        return hangs;
      },
    });
    const { sources } = await kubernetesConsumers(standIn).sources({ signal });
    const reading = sources[0].read({ signal: stop.signal });
    await expect(reading).rejects.toThrow('the backend stops');
  });
});
