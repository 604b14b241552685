import type { SnippetGenerator } from '../../types';
import { lines, noVersion, objectName, pinOf, versionNotes } from '../facts';
import { yamlText } from '../../words';

/** A release in a helmfile, pinned by digest. */
export const helmfile: SnippetGenerator = {
  id: 'helmfile',
  group: 'consume',
  title: 'Helmfile',
  options: () => [],
  unavailable: noVersion,
  generate(input) {
    const pin = pinOf(input);
    const name = objectName(pin.name);
    return {
      files: [
        {
          path: 'helmfile.yaml',
          language: 'yaml',
          text: lines(
            input.chart.plainHttp
              ? [
                  '# The registry speaks HTTP only.',
                  'helmDefaults:',
                  '  plainHttp: true',
                ]
              : [],
            'releases:',
            `  - name: ${name}`,
            `    namespace: ${name}`,
            '    # The digest decides; the version behind it is for people and for Renovate.',
            `    chart: ${yamlText(`${pin.url}@${pin.digest}`)} # ${pin.tag}`,
          ),
        },
      ],
      guarantees: 'Helmfile installs exactly the bytes of this digest.',
      cannot: [
        'Helmfile checks no Sigstore signature: verify the digest before it is merged.',
      ],
      notes: [
        ...versionNotes(input),
        'It takes Helmfile 1.3 or newer with Helm 3.18 or newer. Older ones append the version to the digest.',
        'There is no “version” on purpose: beside a digest Helmfile does not hand it on, so it would say something that nobody checks.',
      ],
      links: [{ title: 'Helmfile', href: 'https://helmfile.readthedocs.io/' }],
    };
  },
};
