import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { EstateChart, LEGACY, Service } from './estate';

/** Twelve clusters; each runs a part of the charts, some of them still from the legacy repository. */
export function makeClusters(
  charts: readonly EstateChart[],
  services: readonly Service[],
  random: () => number,
): Map<string, ObservedConsumer[]> {
  const byRef = new Map(
    services.map(one => [`component:${one.namespace}/${one.name}`, one]),
  );
  const names = ['dev', 'test', 'stage', 'prod'].flatMap(stage =>
    ['eu', 'us', 'ap'].map(region => `${stage}-${region}`),
  );
  return new Map(
    names.map(cluster => [
      cluster,
      charts
        .filter(() => random() < 0.5)
        .map(chart => {
          const owner = byRef.get(chart.truth ?? '');
          const id = owner?.annotations['backstage.io/kubernetes-id'];
          return consumerOf(chart, cluster, random() < 0.35, id);
        }),
    ]),
  );
}

function consumerOf(
  { reference }: EstateChart,
  cluster: string,
  stillLegacy: boolean,
  kubernetesId: string | undefined,
): ObservedConsumer {
  const name = reference.slice(
    Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1,
  );
  return {
    kind: 'HelmRelease',
    name,
    namespace: 'apps',
    part: '',
    form: 'flux-helm-repository',
    written: `${reference} 1.0.0`,
    target: targetOf(reference, name, stillLegacy),
    wants: { version: '1.0.0', digest: null },
    pin: 'version',
    bestPin: 'version',
    runs: null,
    gate: { kind: 'none', why: 'It asks for no verification.' },
    destination: null,
    labels: kubernetesId ? { 'backstage.io/kubernetes-id': kubernetesId } : {},
    findings: [],
    cluster,
    path: null,
    href: null,
    entityRef: null,
  };
}

function targetOf(
  reference: string,
  name: string,
  stillLegacy: boolean,
): ObservedConsumer['target'] {
  const [, registry, repository] =
    /^oci:\/\/([^/]+)\/(.+)$/.exec(reference) ?? [];
  if (registry === undefined) {
    const repositoryUrl = reference.slice(0, reference.indexOf('#'));
    return { kind: 'legacy', repositoryUrl, name };
  }
  return stillLegacy && repository.startsWith('acme/')
    ? { kind: 'legacy', repositoryUrl: LEGACY, name }
    : { kind: 'oci', registry, repository };
}
