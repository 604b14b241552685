import { isRegistryHost } from '../read/reference';
import { YamlPlace } from '../read/yaml';
import { Report } from '../rules/Report';
import { LintContext } from './LintContext';
import { lintLocation } from './lintLocation';

/** Is it a Chart.yaml, a requirements.yaml or a lock of one? */
export function isChart(root: YamlPlace, name: string): boolean {
  if (/^(?:Chart|requirements)\.(?:ya?ml|lock)$/.test(name)) {
    return true;
  }
  return (
    name === '' &&
    root.at('dependencies') !== undefined &&
    root.at('kind') === undefined &&
    /^v[12]$/.test(root.textAt('apiVersion') ?? '')
  );
}

/** Looks at the dependencies of a chart. */
export function lintChart(
  root: YamlPlace,
  { report, name }: LintContext,
): void {
  if (name.endsWith('.lock')) {
    // Helm wrote it.
    return;
  }
  for (const dependency of root.at('dependencies')?.items ?? []) {
    lintDependency(dependency, report);
  }
}

function lintDependency(dependency: YamlPlace, report: Report): void {
  const name = dependency.pieceAt('name');
  const repository = dependency.pieceAt('repository');
  const url = dependency.pieceAt('url');
  const key = dependency.keySpan('url');
  if (url && key && dependency.lacks('repository')) {
    const about = name?.text ?? '…';
    const at = key;
    report.add({ rule: 'dependency-url', at, correction: 'repository', about });
  }
  if (repository === undefined) {
    return;
  }
  const [host] = repository.text.split('/', 1);
  if (isRegistryHost(host) && repository.text.length > host.length) {
    report.part('scheme-missing', repository, [0, host.length], {
      correction: `oci://${host}`,
      tool: null,
    });
  }
  if (!repository.text.startsWith('oci://')) {
    return;
  }
  if (name && /^[^/]+\/[^/]/.test(name.text) && !/\uE000/.test(name.text)) {
    report.part('dependency-name-path', name, [0, name.text.length], {
      about: name.text,
    });
  }
  lintLocation(
    { location: repository, name, version: dependency.at('version') },
    report,
    { tool: 'helm' },
  );
}

/** Is it the index of a legacy repository? */
export function isIndex(root: YamlPlace): boolean {
  return root.at('entries')?.isMap === true && root.at('kind') === undefined;
}

/** Looks for archives that an index says are in a registry. */
export function lintIndex(root: YamlPlace, { report }: LintContext): void {
  for (const { place } of root.at('entries')?.entries ?? []) {
    for (const version of place.items) {
      const [url] = version.at('urls')?.items ?? [];
      const piece = url?.piece;
      if (piece?.text.startsWith('oci://')) {
        report.part('index-oci-url', piece, [0, piece.text.length]);
      }
    }
  }
}
