import { StandInObject } from './kubernetesStandIn';

const DIGEST = `sha256:${'a'.repeat(64)}`;

/** An Argo CD Application that deploys a chart from a registry. */
export function application(
  name: string,
  extra: Record<string, unknown> = {},
): StandInObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: 'argocd',
      managedFields: [{ manager: 'kubectl' }],
    },
    spec: {
      project: 'default',
      source: {
        repoURL: 'ghcr.io/acme/charts',
        chart: 'payments',
        targetRevision: '1.8.2',
        helm: { values: 'password: hunter2' },
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'shop',
      },
      ...extra,
    },
  };
}

/** A Flux HelmRelease that names a HelmRepository beside it. */
export function helmRelease(name: string, repository: string): StandInObject {
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: {
      name,
      namespace: 'shop',
      labels: { 'backstage.io/kubernetes-id': name },
    },
    spec: {
      interval: '5m',
      chart: {
        spec: {
          chart: 'payments',
          version: '1.8.2',
          sourceRef: { kind: 'HelmRepository', name: repository },
        },
      },
      values: { password: 'hunter2' },
    },
  };
}

/** A Flux HelmRepository over OCI. */
export function helmRepository(name: string): StandInObject {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata: { name, namespace: 'shop' },
    spec: { type: 'oci', url: 'oci://ghcr.io/acme/charts', interval: '5m' },
  };
}

/** A Flux OCIRepository with a chart, pinned to its digest. */
export function ociRepository(
  name: string,
  apiVersion = 'source.toolkit.fluxcd.io/v1',
): StandInObject {
  return {
    apiVersion,
    kind: 'OCIRepository',
    metadata: { name, namespace: 'shop' },
    spec: {
      interval: '5m',
      url: 'oci://ghcr.io/acme/charts/payments',
      ref: { digest: DIGEST },
      layerSelector: {
        mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
        operation: 'copy',
      },
    },
  };
}

/** A Flux HelmRelease that deploys an OCIRepository beside it. */
export function helmReleaseOf(name: string, repository: string): StandInObject {
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name, namespace: 'shop' },
    spec: {
      interval: '5m',
      chartRef: { kind: 'OCIRepository', name: repository },
    },
  };
}

/** An OCIRepository of plain manifests, which says nothing of layers. */
export function manifestRepository(name: string): StandInObject {
  const { spec, ...object } = ociRepository(name);
  const url = 'oci://ghcr.io/acme/manifests/shop';
  return { ...object, spec: { interval: '5m', url, ref: { tag: 'main' } } };
}

/** A Flux Kustomization that applies an OCIRepository beside it. */
export function kustomization(name: string, repository: string): StandInObject {
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name, namespace: 'shop' },
    spec: {
      interval: '5m',
      sourceRef: { kind: 'OCIRepository', name: repository },
      postBuild: { substitute: { password: 'hunter2' } },
    },
    status: { inventory: { entries: [{ id: 'x' }] } },
  };
}
