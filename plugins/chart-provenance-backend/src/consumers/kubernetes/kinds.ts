/** A kind of object that tells of consumers. */
export interface ConsumerKind {
  group: string;
  plural: string;
  kind: string;
  /** Others name it as the place their chart comes from. */
  isChartSource: boolean;
  /** Kinds of sources that it may deploy from. Not knowing all of it, nobody can tell whether one of them is used by nothing. */
  uses: readonly string[];
}

/**
 * What is read, in this order: those that name a source come before the sources, so that a source made together with what names it
 * is seen. The shipped ClusterRole allows these and nothing else.
 */
export const CONSUMER_KINDS: readonly ConsumerKind[] = [
  kindOf('argoproj.io', 'applications', 'Application'),
  kindOf('argoproj.io', 'applicationsets', 'ApplicationSet'),
  kindOf('helm.toolkit.fluxcd.io', 'helmreleases', 'HelmRelease', [
    'HelmChart',
    'OCIRepository',
  ]),
  // It deploys no chart, but what it deploys from holds none.
  kindOf('kustomize.toolkit.fluxcd.io', 'kustomizations', 'Kustomization', [
    'OCIRepository',
  ]),
  sourceOf('helmcharts', 'HelmChart'),
  sourceOf('helmrepositories', 'HelmRepository'),
  sourceOf('ocirepositories', 'OCIRepository'),
];

function kindOf(
  group: string,
  plural: string,
  kind: string,
  uses: readonly string[] = [],
): ConsumerKind {
  return { group, plural, kind, isChartSource: false, uses };
}

function sourceOf(plural: string, kind: string): ConsumerKind {
  return {
    group: 'source.toolkit.fluxcd.io',
    plural,
    kind,
    isChartSource: true,
    uses: [],
  };
}
