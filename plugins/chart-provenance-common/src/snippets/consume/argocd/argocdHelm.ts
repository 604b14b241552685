import type { SnippetGenerator } from '../../types';
import { consumerDiffs } from '../edit';
import {
  indented,
  lines,
  noVersion,
  objectName,
  pinOf,
  versionNotes,
} from '../facts';
import { applicationLines } from './applicationLines';
import { helmSource } from './sourceLines';
import { NO_SIGNATURES, OCI_LINK } from './words';

/** An Application with a Helm-typed source, for Argo CD before 3.1. */
export const argocdHelm: SnippetGenerator = {
  id: 'argocd-helm',
  group: 'argocd',
  title: 'Argo CD Application (Helm-typed, before 3.1)',
  options: () => [],
  unavailable: noVersion,
  generate(input) {
    const pin = pinOf(input);
    const edited = consumerDiffs(input, pin, 'argocd-helm');
    return {
      files: [
        {
          path: `applications/${objectName(pin.name)}.yaml`,
          language: 'yaml',
          text: lines(
            '# With “chart”, repoURL has no scheme and ends before the name of the chart.',
            applicationLines(pin.name, [
              'source:',
              ...indented(2, helmSource(pin)),
            ]),
          ),
        },
      ],
      guarantees: 'Argo CD deploys the version that the tag of this name has.',
      cannot: [
        'It cannot pin bytes: a digest as targetRevision is refused (“improper constraint: sha256:…”), so whoever can move the tag changes what is deployed.',
        'Its history records the version and not which bytes ran.',
        NO_SIGNATURES,
      ],
      notes: [
        ...versionNotes(input),
        'From Argo CD 3.1 on, use the native OCI source: it takes a digest.',
        'A private registry takes a repository Secret of type helm with enableOCI: "true".',
        'Tags cannot be moved where the registry makes them immutable: see its settings.',
        ...edited.notes,
      ],
      diffs: edited.diffs,
      links: [OCI_LINK],
    };
  },
};
