import { finding } from '../finding';
import { chartTargetOf } from '../target';
import {
  at,
  isRecord,
  JsonRecord,
  listAt,
  ReadingError,
  recordAt,
  textAt,
} from '../json';
import { ChartTarget, Finding } from '../types';

const MAX_SOURCES = 100;
const OTHER_TOOLS = ['kustomize', 'directory', 'plugin'];

/** A source of an Application that is a chart. */
export interface ChartSource {
  /** Place in `sources`; 0 for a single `source`. */
  index: number;
  form: 'argocd-helm' | 'argocd-oci';
  repoURL: string;
  chart: string | undefined;
  target: ChartTarget;
  findings: Finding[];
  source: JsonRecord;
}

/**
 * The sources of an Application's spec, or of a record of what was deployed: `sources` overrides `source`, and what is hydrated comes
 * from Git.
 *
 * @throws ReadingError
 */
export function sourcesOf(spec: unknown): readonly JsonRecord[] {
  if (recordAt(spec, 'sourceHydrator')) {
    return [];
  }
  const several = listAt(spec, MAX_SOURCES, 'sources');
  if (several.length > 0) {
    return several.map((source, index) => {
      if (!isRecord(source)) {
        throw new ReadingError(`sources[${index}] is not an object.`);
      }
      return source;
    });
  }
  const single = recordAt(spec, 'source');
  return single ? [single] : [];
}

/**
 * Reads a source; undefined when it is no chart: Git, or a registry's artifact that is rendered by another tool. `oci://` wins over `chart`.
 *
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/types.go
 */
export function readChartSource(
  source: JsonRecord,
  index: number,
): ChartSource | undefined {
  const repoURL = textAt(source, 'repoURL') ?? '';
  const chart = textAt(source, 'chart');
  if (repoURL.startsWith('oci://')) {
    if (OTHER_TOOLS.some(tool => at(source, tool) !== undefined)) {
      return undefined;
    }
    const form = 'argocd-oci';
    return { index, form, repoURL, chart, source, ...chartTargetOf(repoURL) };
  }
  if (chart === undefined) {
    return undefined;
  }
  const form = 'argocd-helm';
  const { target, findings } = chartTargetOf(repoURL, chart);
  if (target.kind === 'oci' && repoURL.endsWith('/')) {
    findings.push(finding('trailing-slash'));
  }
  return { index, form, repoURL, chart, source, target, findings };
}
