import type { SnippetGenerator } from '../../types';
import { consumerDiffs } from '../edit';
import { indented, lines, noVersion, objectName, pinOf } from '../facts';
import { applicationLines } from './applicationLines';
import { entry, ociSource } from './sourceLines';
import { NO_SIGNATURES, OCI_LINK, ociNotes } from './words';

/** An Application that takes the chart from the registry and its values from Git. */
export const argocdMultiSource: SnippetGenerator = {
  id: 'argocd-multi-source',
  group: 'argocd',
  title: 'Argo CD Application (chart and values from Git)',
  options: () => [],
  unavailable: noVersion,
  generate(input) {
    const pin = pinOf(input);
    const name = objectName(pin.name);
    const edited = consumerDiffs(input, pin, 'argocd-multi-source');
    const chart = [
      ...ociSource(pin),
      'helm:',
      '  valueFiles:',
      `    - $values/${name}/values.yaml`,
    ];
    const values = [
      '# Your own repository: commits in it are pinned by nothing but its branch.',
      'repoURL: https://git.example.com/team/values.git',
      'targetRevision: main',
      'ref: values',
    ];
    return {
      files: [
        {
          path: `applications/${name}.yaml`,
          language: 'yaml',
          text: lines(
            '# The digest decides which chart is deployed; the version behind it is for people and for Renovate.',
            applicationLines(pin.name, [
              'sources:',
              ...indented(2, entry(chart)),
              ...indented(2, values.slice(0, 1)),
              ...indented(2, entry(values.slice(1))),
            ]),
          ),
        },
      ],
      guarantees:
        'Argo CD deploys exactly the chart of this digest, with values from your repository.',
      cannot: [
        NO_SIGNATURES,
        'It does not pin the values: whoever writes to that branch changes what is deployed.',
        'A source with “ref” can have no “chart”.',
      ],
      notes: [
        'Change the second repoURL to your repository.',
        ...ociNotes(input),
        ...edited.notes,
      ],
      diffs: edited.diffs,
      links: [OCI_LINK],
    };
  },
};
