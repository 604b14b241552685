import type { SnippetGenerator } from '../../types';
import { consumerDiffs } from '../edit';
import { lines, noVersion, pinOf, versionNotes, yamlWord } from '../facts';

/** A dependency in another chart's Chart.yaml. */
export const chartDependency: SnippetGenerator = {
  id: 'chart-dependency',
  group: 'consume',
  title: 'Dependency in Chart.yaml',
  options: () => [],
  unavailable: noVersion,
  generate(input) {
    const pin = pinOf(input);
    const edited = consumerDiffs(input, pin, 'chart-dependency');
    return {
      files: [
        {
          path: 'Chart.yaml',
          language: 'yaml',
          text: lines(
            'dependencies:',
            `  - name: ${yamlWord(pin.name)}`,
            '    # Without the name of the chart, and without a slash at the end: Helm adds both.',
            `    repository: ${yamlWord(`oci://${pin.parent}`)}`,
            '    # One exact version. Helm takes no digest here.',
            `    version: ${yamlWord(pin.version)}`,
          ),
        },
      ],
      guarantees:
        'Helm builds with the version that the tag of this name has when the dependencies are fetched.',
      cannot: [
        'It cannot pin bytes: neither Chart.yaml nor Chart.lock holds the digest of a chart. The digest in Chart.lock is that of the two lists of dependencies.',
        'helm dependency checks no Sigstore signature. Verify the digest before the dependency is fetched, or keep the fetched archive in charts/ and review it.',
      ],
      notes: [
        ...versionNotes(input),
        'Add the entry to your own Chart.yaml, run helm dependency update, and commit Chart.lock: with it, helm dependency build takes that version and no other.',
        ...edited.notes,
      ],
      diffs: edited.diffs,
      links: [
        {
          title: 'Helm: dependencies in registries',
          href: 'https://helm.sh/docs/topics/registries/',
        },
      ],
    };
  },
};
