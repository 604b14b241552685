import assert from 'node:assert/strict';
import type { ApiClient } from '../bench/product/ApiClient.ts';
import { KubernetesClient } from '../services/kubernetes/KubernetesClient.ts';
import type { Cluster } from '../services/kubernetes/kubernetesApi.ts';
import { BROKEN_NAMES } from './manifests/neighbours.ts';

/** What the shipped role lets one read. */
const READ = [
  '/apis/argoproj.io/v1alpha1/applications',
  '/apis/argoproj.io/v1alpha1/applicationsets',
  '/apis/helm.toolkit.fluxcd.io/v2/helmreleases',
  '/apis/kustomize.toolkit.fluxcd.io/v1/kustomizations',
  '/apis/source.toolkit.fluxcd.io/v1/helmcharts',
  '/apis/source.toolkit.fluxcd.io/v1/helmrepositories',
  '/apis/source.toolkit.fluxcd.io/v1/ocirepositories',
];
/** What it must not: secrets first of all. */
const NOT_READ = [
  '/api/v1/secrets',
  '/api/v1/namespaces/shop/secrets/ledger-key',
  '/api/v1/configmaps',
  '/api/v1/pods',
  '/apis/argoproj.io/v1alpha1/appprojects',
  '/apis/source.toolkit.fluxcd.io/v1/gitrepositories',
];
const HELM_RELEASE =
  '/apis/helm.toolkit.fluxcd.io/v2/namespaces/shop/helmreleases/payments';

/** The real plugin's proxy lists every kind in every cluster, the objects that no definition would let in among them. */
export async function proxyListsAll(
  api: ApiClient,
  clusters: readonly Cluster[],
): Promise<void> {
  for (const { name } of clusters) {
    const names: string[] = [];
    for (const path of READ) {
      const answer = await api.send(`/api/kubernetes/proxy${path}`, {
        headers: { 'Backstage-Kubernetes-Cluster': name },
      });
      assert.equal(answer.status, 200, `${name} ${path}: ${answer.status}`);
      const list = (await answer.json()) as {
        items: { metadata: { name: string } }[];
      };
      names.push(...list.items.map(({ metadata }) => metadata.name));
    }
    for (const broken of BROKEN_NAMES) {
      assert.ok(names.includes(broken), `${name} does not list ${broken}`);
    }
  }
}

/** The API server itself refuses the shipped account everything that is not for it. */
export async function accountReadsNoMore(cluster: Cluster): Promise<void> {
  const reader = new KubernetesClient(cluster, cluster.readerToken);
  for (const path of READ) {
    assert.equal((await reader.send('GET', path)).status, 200, path);
  }
  for (const path of NOT_READ) {
    const { status, body } = await reader.send('GET', path);
    assert.equal(status, 403, `${path} is answered with ${status}`);
    assert.match(body, /is forbidden/);
  }
  for (const method of ['DELETE', 'PUT', 'PATCH']) {
    const type =
      method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const content = method === 'DELETE' ? undefined : { type, value: {} };
    const { status } = await reader.send(method, HELM_RELEASE, content);
    assert.equal(status, 403, `${method} is answered with ${status}`);
  }
}
