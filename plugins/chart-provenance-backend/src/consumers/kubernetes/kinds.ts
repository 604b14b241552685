/** A kind of object that tells of consumers. */
export interface ConsumerKind {
  group: string;
  plural: string;
  kind: string;
  /** Others name it as the place their chart comes from. */
  isChartSource: boolean;
}

/**
 * What is read, in this order: those that name a source come before the sources, so that a source made together with what names it
 * is seen. The shipped ClusterRole allows these and nothing else.
 */
export const CONSUMER_KINDS: readonly ConsumerKind[] = [
  kindOf('argoproj.io', 'applications', 'Application'),
  kindOf('argoproj.io', 'applicationsets', 'ApplicationSet'),
  kindOf('helm.toolkit.fluxcd.io', 'helmreleases', 'HelmRelease'),
  sourceOf('helmcharts', 'HelmChart'),
  sourceOf('helmrepositories', 'HelmRepository'),
  sourceOf('ocirepositories', 'OCIRepository'),
];

function kindOf(group: string, plural: string, kind: string): ConsumerKind {
  return { group, plural, kind, isChartSource: false };
}

function sourceOf(plural: string, kind: string): ConsumerKind {
  return {
    group: 'source.toolkit.fluxcd.io',
    plural,
    kind,
    isChartSource: true,
  };
}
