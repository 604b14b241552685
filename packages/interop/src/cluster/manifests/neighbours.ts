import type {
  KubernetesClient,
  KubernetesObject,
} from '../../services/kubernetes/KubernetesClient.ts';
import {
  installDefinitions,
  specOf,
} from '../../services/kubernetes/customResources.ts';
import { apply } from '../../services/kubernetes/resources.ts';

/** Objects that today's definitions would refuse, as an older or looser one let them in. */
const BROKEN: KubernetesObject[] = [
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'broken-source', namespace: 'argocd' },
    spec: { project: 'default', destination: {}, source: 'payments' },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'broken-spec', namespace: 'argocd' },
    spec: [1, 2, 3],
    status: 'Synced',
  },
  {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: 'broken-chart', namespace: 'shop' },
    spec: { interval: '10m', chart: { spec: 42 } },
    status: { history: { '0': 'deployed' } },
  },
  {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'OCIRepository',
    metadata: { name: 'broken-url', namespace: 'shop' },
    spec: { interval: '5m', url: { host: 'ghcr.io' } },
  },
];

/** Names that must show up among a source's documents that could not be read. */
export const BROKEN_NAMES = BROKEN.map(({ metadata }) => metadata.name);

/**
 * Stores objects that are not what the definitions say: under definitions that let anything in, before the real ones take their place. So it
 * comes about in clusters where a definition was once looser.
 */
export async function storeBrokenObjects(
  admin: KubernetesClient,
  definitions: readonly KubernetesObject[],
): Promise<void> {
  const kinds = new Set(BROKEN.map(({ kind }) => kind));
  const concerned = definitions.filter(definition =>
    kinds.has(specOf(definition).names.kind),
  );
  await installDefinitions(admin, concerned.map(loosened));
  for (const object of BROKEN) {
    await apply(admin, object);
  }
  await installDefinitions(admin, concerned);
}

function loosened(definition: KubernetesObject): KubernetesObject {
  const spec = specOf(definition);
  const anything = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  return {
    ...definition,
    spec: {
      ...spec,
      versions: spec.versions.map(version => ({
        ...version,
        schema: { openAPIV3Schema: anything },
      })),
    },
  };
}
