import type { SnippetGenerator } from '../../types';
import { consumerDiffs } from '../edit';
import { indented, lines, noVersion, objectName, pinOf } from '../facts';
import { applicationLines } from './applicationLines';
import { ociSource } from './sourceLines';
import { NO_SIGNATURES, OCI_LINK, ociNotes } from './words';

/** An Application with a native OCI source, pinned to the digest of the manifest. */
export const argocdOci: SnippetGenerator = {
  id: 'argocd-oci',
  group: 'argocd',
  title: 'Argo CD Application (native OCI)',
  options: () => [],
  unavailable: noVersion,
  generate(input) {
    const pin = pinOf(input);
    const edited = consumerDiffs(input, pin, 'argocd-oci');
    return {
      files: [
        {
          path: `applications/${objectName(pin.name)}.yaml`,
          language: 'yaml',
          text: lines(
            '# The digest decides what is deployed; the version behind it is for people and for Renovate.',
            applicationLines(pin.name, [
              'source:',
              ...indented(2, ociSource(pin)),
            ]),
          ),
        },
      ],
      guarantees:
        'Argo CD deploys exactly the bytes of this digest, wherever the tag points.',
      cannot: [NO_SIGNATURES],
      notes: [...ociNotes(input), ...edited.notes],
      diffs: edited.diffs,
      links: [OCI_LINK],
    };
  },
};
