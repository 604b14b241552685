import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import { DEPLOYED_AT } from './Place.ts';

const SOURCE = 'source.toolkit.fluxcd.io/v1';
const HELM = 'helm.toolkit.fluxcd.io/v2';
const NAMESPACE = 'shop';
const CHART_LAYER = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';
const SOME_DIGEST = `sha256:${'1f'.repeat(32)}`;

interface ChartOfRepository {
  chart: string;
  version: string;
  repository: string;
}

export function helmRepository(
  name: string,
  spec: { url: string; type?: 'oci' },
): KubernetesObject {
  return {
    apiVersion: SOURCE,
    kind: 'HelmRepository',
    metadata: { name, namespace: NAMESPACE },
    spec: { interval: '10m', ...spec },
    // One of type oci is not reconciled: it has no status.
    ...(spec.type === 'oci'
      ? {}
      : {
          status: {
            conditions: [condition('Ready', 'Succeeded', 'stored artifact')],
            artifact: artifact(SOME_DIGEST),
            observedGeneration: 1,
          },
        }),
  };
}

export function ociRepository(
  name: string,
  repository: {
    url: string;
    ref: { digest: string } | { tag: string } | { semver: string };
    verify?: object;
    /** Of its artifact. */
    revision: string;
  },
): KubernetesObject {
  const { url, ref, verify, revision } = repository;
  const verified = `verified signature of revision ${revision}`;
  return {
    apiVersion: SOURCE,
    kind: 'OCIRepository',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      ...{ interval: '5m', url, ref, insecure: true },
      layerSelector: { mediaType: CHART_LAYER, operation: 'copy' },
      ...(verify ? { verify } : {}),
    },
    status: {
      conditions: [
        condition('Ready', 'Succeeded', `stored artifact for '${revision}'`),
        ...(verify ? [condition('SourceVerified', 'Succeeded', verified)] : []),
      ],
      artifact: artifact(revision),
      observedGeneration: 1,
    },
  };
}

export function helmChart(
  name: string,
  of: ChartOfRepository & { labels?: Record<string, string>; runs?: string },
): KubernetesObject {
  const { chart, version, repository, labels, runs = version } = of;
  return {
    apiVersion: SOURCE,
    kind: 'HelmChart',
    metadata: { name, namespace: NAMESPACE, labels },
    spec: {
      ...{ chart, version, interval: '10m' },
      sourceRef: { kind: 'HelmRepository', name: repository },
    },
    status: {
      conditions: [condition('Ready', 'ChartPullSucceeded', `pulled ${chart}`)],
      artifact: artifact(runs),
      observedChartName: chart,
      observedGeneration: 1,
    },
  };
}

export function helmRelease(
  name: string,
  release: {
    chart?: ChartOfRepository;
    /** Name of an OCIRepository, and of the chart in it. */
    chartRef?: { name: string; chart: string };
    /** Missing: it was never deployed. */
    runs?: { version: string; ociDigest?: string };
  },
): KubernetesObject {
  const { chart, chartRef, runs } = release;
  return {
    apiVersion: HELM,
    kind: 'HelmRelease',
    metadata: {
      ...{ name, namespace: NAMESPACE },
      labels: { 'app.kubernetes.io/part-of': 'shop' },
    },
    spec: {
      interval: '10m',
      ...(chart ? { chart: { spec: chartSpec(chart) } } : {}),
      ...(chartRef
        ? { chartRef: { kind: 'OCIRepository', name: chartRef.name } }
        : {}),
    },
    status: runs
      ? deployed(name, chart?.chart ?? chartRef?.chart ?? name, runs)
      : {
          conditions: [
            condition(
              'Ready',
              'SourceNotReady',
              'HelmChart is not ready',
              false,
            ),
          ],
          observedGeneration: 1,
        },
  };
}

function chartSpec({ chart, version, repository }: ChartOfRepository) {
  return {
    ...{ chart, version },
    sourceRef: { kind: 'HelmRepository', name: repository },
  };
}

function deployed(
  name: string,
  chartName: string,
  runs: { version: string; ociDigest?: string },
) {
  const release = {
    ...{ name, namespace: NAMESPACE, chartName, digest: SOME_DIGEST },
    configDigest: SOME_DIGEST,
  };
  return {
    conditions: [
      condition('Ready', 'UpgradeSucceeded', 'Helm upgrade succeeded'),
    ],
    lastAttemptedRevision: runs.version,
    ...(runs.ociDigest ? { lastAttemptedRevisionDigest: runs.ociDigest } : {}),
    observedGeneration: 2,
    storageNamespace: NAMESPACE,
    history: [
      {
        ...release,
        ...{ chartVersion: runs.version, ociDigest: runs.ociDigest },
        ...{ version: 2, status: 'deployed' },
        ...{ firstDeployed: '2026-01-02T03:04:05Z', lastDeployed: DEPLOYED_AT },
      },
      {
        ...release,
        ...{ version: 1, status: 'superseded', chartVersion: '0.0.1' },
        firstDeployed: '2026-01-02T03:04:05Z',
        lastDeployed: '2026-01-02T03:04:05Z',
      },
    ],
  };
}

function condition(type: string, reason: string, message: string, ok = true) {
  return {
    ...{ type, reason, message, status: ok ? 'True' : 'False' },
    ...{ lastTransitionTime: DEPLOYED_AT, observedGeneration: 1 },
  };
}

function artifact(revision: string) {
  return {
    ...{ revision, digest: SOME_DIGEST, lastUpdateTime: DEPLOYED_AT },
    path: 'stored/artifact.tar.gz',
    url: 'http://source-controller.flux-system.svc.cluster.local./artifact.tar.gz',
    size: 1024,
  };
}
