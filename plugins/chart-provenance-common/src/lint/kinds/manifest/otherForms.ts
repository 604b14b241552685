import { YamlPlace } from '../../read/yaml';
import { Report } from '../../rules/Report';
import { checkReference } from '../../rules/referenceRules';
import { lintVersion } from '../lintLocation';
import { ManifestObject } from './objects';

/** Where a form names its chart. */
interface Form {
  group: string;
  kind: string;
  /** To the objects that name charts; a list is each of its entries. */
  charts: readonly string[];
  location: readonly string[];
  /** May be a whole reference. */
  name: readonly string[];
  version: readonly string[];
}

const FORMS: readonly Form[] = [
  {
    group: 'helm.cattle.io',
    kind: 'HelmChart',
    charts: ['spec'],
    location: ['repo'],
    name: ['chart'],
    version: ['version'],
  },
  {
    group: 'helm.crossplane.io',
    kind: 'Release',
    charts: ['spec', 'forProvider', 'chart'],
    location: ['repository'],
    name: ['url'],
    version: ['version'],
  },
  {
    group: 'addons.cluster.x-k8s.io',
    kind: 'HelmChartProxy',
    charts: ['spec'],
    location: ['repoURL'],
    name: ['chartName'],
    version: ['version'],
  },
  {
    group: 'kustomize.config.k8s.io',
    kind: 'Kustomization',
    charts: ['helmCharts'],
    location: ['repo'],
    name: ['name'],
    version: ['version'],
  },
  {
    group: 'vendir.k14s.io',
    kind: 'Config',
    charts: ['directories', 'contents', 'helmChart'],
    location: ['repository', 'url'],
    name: ['name'],
    version: ['version'],
  },
  {
    group: 'config.projectsveltos.io',
    kind: 'ClusterProfile',
    charts: ['spec', 'helmCharts'],
    location: ['repositoryURL'],
    name: ['chartName'],
    version: ['chartVersion'],
  },
  {
    group: 'config.projectsveltos.io',
    kind: 'Profile',
    charts: ['spec', 'helmCharts'],
    location: ['repositoryURL'],
    name: ['chartName'],
    version: ['chartVersion'],
  },
];

/** Looks at charts in what neither Argo CD nor Flux reads: only at what is wrong for everybody who asks a registry. */
export function lintOtherForms(
  { group, kind, root }: ManifestObject,
  report: Report,
): void {
  const form = FORMS.find(one => one.group === group && one.kind === kind);
  for (const chart of form ? placesAt([root], form.charts) : []) {
    lintForm(chart, form!, report);
  }
}

function lintForm(chart: YamlPlace, form: Form, report: Report): void {
  const references = [
    chart.pieceAt(...form.location),
    chart.pieceAt(...form.name),
  ];
  const oci = references.filter(piece => piece?.text.startsWith('oci://'));
  for (const piece of oci) {
    if (piece) {
      checkReference(piece, report, { tool: null, slashAtEnd: true });
    }
  }
  if (oci.length > 0) {
    lintVersion(chart.at(...form.version), report, {
      tool: 'helm',
      oci: false,
    });
  }
}

function placesAt(
  places: readonly YamlPlace[],
  path: readonly string[],
): YamlPlace[] {
  const each = places.flatMap(place => (place.isMap ? [place] : place.items));
  const [key, ...rest] = path;
  return key === undefined
    ? each
    : placesAt(
        each.flatMap(place => place.at(key) ?? []),
        rest,
      );
}
