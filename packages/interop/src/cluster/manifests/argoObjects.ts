import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import { DEPLOYED_AT } from './Place.ts';

export const GIT_COMMIT = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const API_VERSION = 'argoproj.io/v1alpha1';
const NAMESPACE = 'argocd';
const IN_CLUSTER = 'https://kubernetes.default.svc';

export interface Source {
  repoURL: string;
  targetRevision?: string;
  [field: string]: unknown;
}

export interface Deployed {
  source: Source;
  revision: string;
  namespace: string;
  /** Default: the cluster it is in. */
  to?: { server: string } | { name: string };
}

/** An Application that Argo CD has synchronised. */
export function application(
  name: string,
  deployed: Deployed,
): KubernetesObject {
  const { source, revision, namespace, to } = deployed;
  const destination = { ...(to ?? { server: IN_CLUSTER }), namespace };
  return {
    apiVersion: API_VERSION,
    kind: 'Application',
    metadata: {
      ...{ name, namespace: NAMESPACE },
      labels: { 'app.kubernetes.io/name': name },
    },
    spec: { project: 'default', source, destination },
    status: {
      ...state('Helm'),
      sync: {
        status: 'Synced',
        comparedTo: { source, destination },
        revision,
      },
      history: [
        {
          id: 0,
          revision: '0.0.1',
          deployedAt: '2026-01-02T03:04:05Z',
          source,
        },
        { id: 1, revision, deployedAt: DEPLOYED_AT, source },
      ],
    },
  };
}

/** An Application with several sources, synchronised. @param revisions - one for each. */
export function severalSources(
  name: string,
  deployed: { sources: Source[]; revisions: string[]; namespace: string },
): KubernetesObject {
  const { sources, revisions, namespace } = deployed;
  const destination = { server: IN_CLUSTER, namespace };
  return {
    apiVersion: API_VERSION,
    kind: 'Application',
    metadata: { name, namespace: NAMESPACE },
    spec: { project: 'default', sources, destination },
    status: {
      ...state('Helm'),
      sourceTypes: sources.map(() => 'Helm'),
      sync: {
        ...{ status: 'Synced', revisions },
        comparedTo: { sources, destination },
      },
      history: [{ id: 0, revisions, deployedAt: DEPLOYED_AT, sources }],
    },
  };
}

function state(sourceType: string) {
  return {
    sourceType,
    health: { status: 'Healthy' },
    reconciledAt: DEPLOYED_AT,
    summary: {},
  };
}

/** An ApplicationSet with one element in its list. */
export function applicationSet(name: string, source: Source): KubernetesObject {
  return {
    apiVersion: API_VERSION,
    kind: 'ApplicationSet',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      goTemplate: true,
      generators: [
        { list: { elements: [{ cluster: 'eu', version: '1.5.0' }] } },
      ],
      template: {
        metadata: { name: `${name}-{{.cluster}}` },
        spec: {
          project: 'default',
          source,
          destination: { name: '{{.cluster}}', namespace: 'edge' },
        },
      },
    },
    status: {
      conditions: [
        {
          ...{ type: 'ResourcesUpToDate', status: 'True', message: 'ok' },
          ...{ reason: 'ApplicationSetUpToDate' },
          lastTransitionTime: DEPLOYED_AT,
        },
      ],
    },
  };
}
