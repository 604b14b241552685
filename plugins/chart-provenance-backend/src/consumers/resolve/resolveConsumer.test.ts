import { chartIdOf } from 'backstage-plugin-chart-provenance-common';
import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { read } from '../../__testUtils__/rawConfig';
import { observed } from '../../store/__testUtils__/consumerFixtures';
import { resolveConsumer } from './resolveConsumer';

const { config, problems } = read({
  registries: [
    { host: 'ghcr.io', repositories: [{ match: 'acme/charts/{name}' }] },
    { host: 'docker.io', repositories: [{ match: 'acme/{name}' }] },
    { host: 'quay.io:443' },
  ],
  consumers: {
    kubernetes: {
      servers: {
        'prod-us': 'https://10.20.0.1:6443',
        edge: 'https://edge.acme.dev/k8s/clusters/c-1',
      },
    },
    owners: [
      { cluster: 'lab*', entity: 'component:default/lab' },
      {
        namespace: 'tenant-{team}',
        name: '{name}-*',
        entity: 'component:{team}/{name}',
      },
      { path: 'apps/{name}/*', entity: 'component:default/{name}' },
      { name: 'long-{name}', entity: 'component:default/{name}' },
    ],
    environments: [
      {
        name: 'production',
        clusters: ['prod-*', 'edge'],
        namespaces: ['shop', 'tenant-*'],
      },
      { name: 'production-in-git', paths: '**/prod/**' },
      { name: 'everywhere', clusters: '*' },
    ],
  },
});

it('has a configuration to test with', () => {
  expect(problems).toEqual([]);
});

const resolve = (about: Partial<ObservedConsumer>) =>
  resolveConsumer(observed(about), config);

describe('the chart that is meant', () => {
  it.each<[string, string, string | null]>([
    ['ghcr.io', 'acme/charts/payments', 'ghcr.io/acme/charts/payments'],
    ['ghcr.io:443', 'acme/charts/payments', 'ghcr.io/acme/charts/payments'],
    ['registry-1.docker.io', 'acme/payments', 'docker.io/acme/payments'],
    ['index.docker.io', 'acme/payments', 'docker.io/acme/payments'],
    // On a configured registry, and no rule matches: still under the operator's spelling.
    [
      'registry-1.docker.io',
      'bitnamicharts/redis',
      'docker.io/bitnamicharts/redis',
    ],
    ['quay.io', 'others/redis', 'quay.io:443/others/redis'],
    // Nobody may read it.
    ['registry.others.dev', 'a/b', 'registry.others.dev/a/b'],
    ['registry.others.dev:443', 'a/b', 'registry.others.dev/a/b'],
    ['registry.others.dev:5000', 'a/b', 'registry.others.dev:5000/a/b'],
  ])('%s/%s is %s', (registry, repository, expected) => {
    const record = resolve({ target: { kind: 'oci', registry, repository } });
    const [host, ...path] = String(expected).split('/');
    expect(record.chartId).toBe(chartIdOf(host, path.join('/')));
    expect(record.legacy).toBeNull();
  });

  it('is kept as a legacy chart, or is none', () => {
    const url = 'https://charts.acme.dev';
    expect(
      resolve({ target: { kind: 'legacy', repositoryUrl: url, name: 'a' } }),
    ).toMatchObject({ chartId: null, legacy: { url, name: 'a' } });
    for (const target of [
      { kind: 'templated' } as const,
      { kind: 'unresolved', message: 'It names nothing.' } as const,
    ]) {
      expect(resolve({ target })).toMatchObject({
        chartId: null,
        legacy: null,
      });
    }
  });
});

describe('the cluster', () => {
  const to = (
    destination: Partial<NonNullable<ObservedConsumer['destination']>>,
    cluster: string | null = 'argo',
  ) =>
    resolve({
      cluster,
      destination: {
        name: null,
        server: null,
        namespace: null,
        ...destination,
      },
    }).cluster;
  it.each<[Parameters<typeof to>[0], string | null]>([
    [{}, 'argo'],
    [{ namespace: 'shop' }, 'argo'],
    [{ name: 'in-cluster' }, 'argo'],
    [{ server: 'https://kubernetes.default.svc' }, 'argo'],
    [{ server: 'https://kubernetes.default.svc:443/' }, 'argo'],
    [{ server: 'https://kubernetes.default.svc.cluster.local' }, 'argo'],
    [{ name: 'prod-eu' }, 'prod-eu'],
    [{ name: 'prod-eu', server: 'https://10.20.0.1:6443' }, 'prod-eu'],
    [{ server: 'https://10.20.0.1:6443/' }, 'prod-us'],
    [{ server: 'https://EDGE.acme.dev:443/k8s/clusters/c-1' }, 'edge'],
    // Not the cluster that Argo CD runs in, and not one that somebody named.
    [{ server: 'https://10.99.0.1:6443' }, '10.99.0.1:6443'],
    [
      { server: 'https://kubernetes.default.svc.evil.dev' },
      'kubernetes.default.svc.evil.dev',
    ],
    [{ server: 'no url\nat all' }, 'no url at all'],
    [{ name: 'x'.repeat(500) }, `${'x'.repeat(149)}…`],
  ])('of %j is %s', (destination, expected) => {
    expect(to(destination)).toBe(expected);
  });

  it('is nobody’s outside of clusters', () => {
    expect(to({ name: 'in-cluster' }, null)).toBeNull();
    expect(resolve({ cluster: null, destination: null }).cluster).toBeNull();
  });
});

describe('the environment', () => {
  it.each<[string, Partial<ObservedConsumer>, string | null]>([
    [
      'both lists match',
      { cluster: 'prod-eu', namespace: 'shop' },
      'production',
    ],
    [
      'one does not',
      { cluster: 'prod-eu', namespace: 'kube-system' },
      'everywhere',
    ],
    [
      'the destination counts, not where the Application lives',
      {
        cluster: 'argo',
        namespace: 'argocd',
        destination: { name: 'edge', server: null, namespace: 'tenant-a' },
      },
      'production',
    ],
    [
      'a path matches',
      { cluster: null, path: 'clusters/prod/eu/a.yaml' },
      'production-in-git',
    ],
    ['nothing is known', { cluster: null, path: null }, null],
  ])('where %s', (_name, about, expected) => {
    expect(resolve(about).environment).toBe(expected);
  });
});

describe('the owner keys', () => {
  const labels = { 'backstage.io/kubernetes-id': 'checkout' };
  it.each<[string, Partial<ObservedConsumer>, string[]]>([
    [
      'the rule comes before all that the manifest says of itself',
      {
        kind: 'Application',
        form: 'argocd-helm',
        name: 'payments-eu',
        namespace: 'tenant-shop',
        labels,
      },
      [
        'entity:component:shop/payments',
        'kubernetes-id:checkout',
        'argocd-app:payments-eu',
      ],
    ],
    [
      'the namespace is the one it deploys into',
      {
        kind: 'Application',
        form: 'argocd-oci',
        name: 'payments-eu',
        namespace: 'argocd',
        destination: { name: null, server: null, namespace: 'tenant-Shop' },
      },
      ['entity:component:shop/payments', 'argocd-app:payments-eu'],
    ],
    [
      'the first rule counts',
      { cluster: 'lab-1', namespace: 'tenant-shop', name: 'payments-eu' },
      ['entity:component:default/lab'],
    ],
    [
      'an annotation is the entity’s own',
      {
        form: 'annotation',
        kind: 'Entity',
        entityRef: 'Component:Default/Web',
      },
      ['entity:component:default/web'],
    ],
    [
      'a path says whose it is',
      { cluster: null, path: 'apps/payments/release.yaml', labels },
      ['entity:component:default/payments', 'kubernetes-id:checkout'],
    ],
    [
      'a rule that matches and makes no entity leaves the rest',
      { name: `long-${'x'.repeat(100)}`, labels },
      ['kubernetes-id:checkout'],
    ],
    [
      'nobody but Argo CD has Applications',
      { kind: 'Application', form: 'other', name: 'a' },
      [],
    ],
    ['nothing says anything', {}, []],
  ])('%s', (_name, about, expected) => {
    expect(resolve(about).ownerKeys).toEqual(expected);
  });
});
