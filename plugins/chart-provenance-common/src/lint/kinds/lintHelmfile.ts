import { YamlPlace } from '../read/yaml';
import { checkReference } from '../rules/referenceRules';
import { LintContext } from './LintContext';
import { lintVersion } from './lintLocation';

/** Is it a helmfile? */
export function isHelmfile(root: YamlPlace, name: string): boolean {
  const releases = root.at('releases')?.items ?? [];
  return (
    (/^helmfile/.test(name) || name === '') &&
    releases.some(release => release.at('chart') !== undefined)
  );
}

/** Looks at the repositories and releases of a helmfile. */
export function lintHelmfile(root: YamlPlace, { report }: LintContext): void {
  const registries = new Set<string>();
  for (const repository of root.at('repositories')?.items ?? []) {
    const url = repository.pieceAt('url');
    if (url && repository.at('oci')?.value() === true) {
      registries.add(repository.textAt('name') ?? '');
      // With or without a scheme.
      checkReference(url, report, { tool: 'helm', slashAtEnd: true });
    }
  }
  for (const release of root.at('releases')?.items ?? []) {
    const chart = release.pieceAt('chart');
    if (!chart) {
      continue;
    }
    const isReference = chart.text.startsWith('oci://');
    const oci = isReference || registries.has(chart.text.split('/', 1)[0]);
    if (isReference) {
      checkReference(chart, report, { tool: 'helm' });
    }
    if (oci) {
      lintVersion(release.at('version'), report, { tool: 'helm', oci });
    }
  }
}
