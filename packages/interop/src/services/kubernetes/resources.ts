import type { KubernetesClient, KubernetesObject } from './KubernetesClient.ts';
import { KubernetesError } from './KubernetesClient.ts';

const CONFLICT = 409;
/** A field that the definition does not know is refused and not dropped without a word. */
const STRICT = '?fieldValidation=Strict';

interface Resource {
  plural: string;
  /** It belongs to no namespace. */
  clusterWide?: boolean;
  /** Its status is written at a path of its own; Argo CD's Application has it in the object itself. */
  statusApart?: boolean;
}

const RESOURCES: Record<string, Resource> = {
  Namespace: { plural: 'namespaces', clusterWide: true },
  Secret: { plural: 'secrets' },
  ServiceAccount: { plural: 'serviceaccounts' },
  ClusterRole: { plural: 'clusterroles', clusterWide: true },
  ClusterRoleBinding: { plural: 'clusterrolebindings', clusterWide: true },
  CustomResourceDefinition: {
    plural: 'customresourcedefinitions',
    clusterWide: true,
  },
  Application: { plural: 'applications' },
  ApplicationSet: { plural: 'applicationsets', statusApart: true },
  HelmRelease: { plural: 'helmreleases', statusApart: true },
  Kustomization: { plural: 'kustomizations', statusApart: true },
  HelmChart: { plural: 'helmcharts', statusApart: true },
  HelmRepository: { plural: 'helmrepositories', statusApart: true },
  OCIRepository: { plural: 'ocirepositories', statusApart: true },
};

/**
 * Makes the API server hold the object as it stands here, its status included, and nothing less.
 *
 * @throws KubernetesError with the API server's own words when it does not like it.
 */
export async function apply(
  client: KubernetesClient,
  object: KubernetesObject,
): Promise<void> {
  const { status, ...spec } = object;
  const apart = resourceOf(object).statusApart === true;
  const written = apart ? spec : object;
  const path = pathOf(object);
  try {
    const folder = path.slice(0, path.lastIndexOf('/'));
    await client.post(`${folder}${STRICT}`, written);
  } catch (error) {
    if (!(error instanceof KubernetesError && error.status === CONFLICT)) {
      throw error;
    }
    await client.replace(path, written, STRICT);
  }
  if (apart && status !== undefined) {
    await client.merge(`${path}/status${STRICT}`, { status });
  }
}

/** Where the API server keeps the object. @throws on a kind that is not in the table. */
export function pathOf(
  object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
): string {
  const { plural, clusterWide } = resourceOf(object);
  const { name, namespace = 'default' } = object.metadata;
  const { apiVersion } = object;
  return [
    apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`,
    ...(clusterWide ? [] : ['namespaces', namespace]),
    ...[plural, name],
  ].join('/');
}

function resourceOf({ kind }: Pick<KubernetesObject, 'kind'>): Resource {
  const resource = RESOURCES[kind];
  if (resource === undefined) {
    throw new Error(`resources.ts does not know where a ${kind} belongs`);
  }
  return resource;
}
