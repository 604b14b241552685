import type { SnippetGenerator } from '../../types';
import { consumerDiffs } from '../edit';
import { indented, lines, noVersion, objectName, pinOf } from '../facts';
import { ociSource } from './sourceLines';
import { NO_SIGNATURES, OCI_LINK, ociNotes } from './words';

const GENERATORS: Record<string, readonly string[]> = {
  list: [
    '- list:',
    '    elements:',
    '      - name: in-cluster',
    '        server: https://kubernetes.default.svc',
  ],
  cluster: [
    '# Every cluster that Argo CD knows and that has this label.',
    '- clusters:',
    '    selector:',
    '      matchLabels:',
    '        environment: production',
  ],
};

/** An ApplicationSet whose Applications all take the same bytes. */
export const argocdApplicationSet: SnippetGenerator = {
  id: 'argocd-applicationset',
  group: 'argocd',
  title: 'Argo CD ApplicationSet',
  options: () => [
    {
      name: 'generator',
      title: 'Where the clusters come from',
      values: [
        { value: 'list', title: 'A list in the manifest' },
        { value: 'cluster', title: 'The clusters that Argo CD knows' },
      ],
      value: 'list',
    },
  ],
  unavailable: noVersion,
  generate(input, { generator }) {
    const pin = pinOf(input);
    const name = objectName(pin.name);
    const edited = consumerDiffs(input, pin, 'argocd-applicationset');
    return {
      files: [
        {
          path: `applicationsets/${name}.yaml`,
          language: 'yaml',
          text: lines(
            '# The chart stands here as it is and not as a template: what fills templates in could change it.',
            'apiVersion: argoproj.io/v1alpha1',
            'kind: ApplicationSet',
            'metadata:',
            `  name: ${name}`,
            '  namespace: argocd',
            'spec:',
            '  goTemplate: true',
            '  goTemplateOptions: ["missingkey=error"]',
            '  generators:',
            indented(4, GENERATORS[generator]),
            '  template:',
            '    metadata:',
            `      name: '${name}-{{.name}}'`,
            '    spec:',
            '      project: default',
            '      source:',
            indented(8, ociSource(pin)),
            '      destination:',
            "        server: '{{.server}}'",
            `        namespace: ${name}`,
          ),
        },
      ],
      guarantees:
        'Every Application of the set deploys exactly the bytes of this digest.',
      cannot: [
        NO_SIGNATURES,
        'All clusters move at once. To move one after another, put the digest into the elements of a list and name it in the template.',
      ],
      notes: [...ociNotes(input), ...edited.notes],
      diffs: edited.diffs,
      links: [OCI_LINK],
    };
  },
};
