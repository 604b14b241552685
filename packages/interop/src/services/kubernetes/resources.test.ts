import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf } from './resources.ts';
import { shippedRole } from './readOnlyAccount.ts';

for (const [apiVersion, kind, namespace, path] of [
  ['v1', 'Namespace', undefined, '/api/v1/namespaces/x'],
  ['v1', 'ServiceAccount', 'shop', '/api/v1/namespaces/shop/serviceaccounts/x'],
  [
    'argoproj.io/v1alpha1',
    'Application',
    undefined,
    '/apis/argoproj.io/v1alpha1/namespaces/default/applications/x',
  ],
  [
    'rbac.authorization.k8s.io/v1',
    'ClusterRole',
    undefined,
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/x',
  ],
]) {
  test(`a ${kind} is at ${path}`, () => {
    const metadata = { name: 'x', ...(namespace ? { namespace } : {}) };
    assert.equal(
      pathOf({ apiVersion: String(apiVersion), kind: String(kind), metadata }),
      path,
    );
  });
}

test('a kind that is not in the table is refused', () => {
  assert.throws(
    () => pathOf({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' } }),
    /does not know where a Pod belongs/,
  );
});

test('the shipped role reads, and reads nothing but what tells of consumers', () => {
  const { rules } = shippedRole();
  const verbs = new Set(rules.flatMap(rule => rule.verbs));
  assert.deepEqual([...verbs].sort(), ['get', 'list']);
  assert.deepEqual(
    rules.flatMap(({ apiGroups, resources }) =>
      resources.map(resource => `${resource}.${apiGroups.join()}`),
    ),
    [
      'applications.argoproj.io',
      'applicationsets.argoproj.io',
      'helmreleases.helm.toolkit.fluxcd.io',
      'kustomizations.kustomize.toolkit.fluxcd.io',
      'helmcharts.source.toolkit.fluxcd.io',
      'helmrepositories.source.toolkit.fluxcd.io',
      'ocirepositories.source.toolkit.fluxcd.io',
    ],
  );
});
