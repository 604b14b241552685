import { commandNotes } from '../../../commands/commandNotes';
import type { SnippetGenerator } from '../../types';
import { shellText } from '../../words';
import {
  ChartPin,
  lines,
  noVersion,
  objectName,
  pinOf,
  versionNotes,
} from '../facts';
import { commandsInput, verifications } from './verifications';

/** An older Helm reads the digest and fetches by tag. */
const VERSION_GUARD = [
  'case "$(helm version --short)" in',
  '  v2.*|v3.[0-9]|v3.[0-9].*|v3.1[0-7]|v3.1[0-7].*)',
  "    echo 'Helm 3.18 or newer is needed: older ones do not fetch by digest.' >&2",
  '    exit 1 ;;',
  'esac',
];

/** A script for Helm on a terminal or in a pipeline: verify, then install exactly what was verified. */
export const helmCli: SnippetGenerator = {
  id: 'helm-cli',
  group: 'consume',
  title: 'helm on the command line',
  options: () => [],
  unavailable: noVersion,
  generate(input) {
    const pin = pinOf(input);
    const { checks, files } = verifications(input, pin);
    return {
      files: [
        {
          path: `deploy-${objectName(pin.name)}.sh`,
          language: 'shell',
          text: lines(
            '#!/bin/sh',
            '# Verifies the chart, then installs the bytes that were verified.',
            'set -eu',
            '',
            VERSION_GUARD,
            '',
            '# The digest decides; the version behind it is for people and for Renovate.',
            `chart=${shellText(
              `${pin.url}@${pin.digest}`,
              'the name of the repository',
            )} # ${pin.tag}`,
            '',
            checks.length === 0
              ? '# Nobody has said who may sign this chart in a way that cosign can check.'
              : checks,
            '',
            installLines(pin, input.chart.plainHttp),
          ),
        },
        ...files,
      ],
      guarantees:
        checks.length === 0
          ? 'Helm installs exactly the bytes of this digest.'
          : 'Helm installs exactly the bytes of this digest, after cosign has found a signature of somebody who may sign.',
      cannot: [
        ...(checks.length === 0
          ? ['It checks no signature.']
          : [
              'It checks signatures and not attestations, and knows nothing of what the operator distrusts: ask the gate for that.',
            ]),
        'Helm itself checks no Sigstore signature: whoever leaves the first step out installs unverified bytes.',
        'Releases record the version and not the digest.',
      ],
      notes: [
        ...versionNotes(input),
        'Helm fetches by digest from 3.18 on, so the script asks for its version first.',
        'Do not add --version: Helm then asks for tag and digest, and fails when the tag has moved.',
        'The file that helm pull writes is named after the digest, so --verify with a provenance file does not work with it.',
        ...commandNotes(commandsInput(input, pin)),
      ],
    };
  },
};

function installLines(pin: ChartPin, plainHttp: boolean): string[] {
  const name = objectName(pin.name);
  return [
    '# Install the same bytes; change release, namespace and values to yours.',
    `helm upgrade --install ${name} "$chart" \\`,
    ...(plainHttp ? ['  --plain-http \\'] : []),
    `  --namespace ${name} --create-namespace`,
  ];
}
