import type { SnippetOption } from '../../../api/snippetTypes';
import type { SnippetGenerator, SnippetInput } from '../../types';
import { consumerDiffs } from '../edit';
import { lines, noVersion, objectName, pinOf, versionNotes } from '../facts';
import {
  authNotes,
  authOption,
  fluxAuthOf,
  pullSecretScript,
} from './fluxAuth';
import { FluxTrust, fluxTrusts, notCheckedByFlux } from './fluxTrust';
import { ociRepositoryLines } from './ociRepositoryLines';
import { trustFiles } from './trustFiles';

const NONE = 'none';

/** An OCIRepository with digest and verification, and a HelmRelease that takes its chart from there. */
export const fluxOciRepository: SnippetGenerator = {
  id: 'flux-oci-repository',
  group: 'flux',
  title: 'Flux OCIRepository and HelmRelease',
  options: input => [verifyOption(input), authOption(input)],
  unavailable: noVersion,
  generate(input, options) {
    const pin = pinOf(input);
    const name = objectName(pin.name);
    const trust = trustOf(input, options.verify);
    const auth = fluxAuthOf(options.auth);
    const edited = consumerDiffs(input, pin, 'flux-oci-repository', { trust });
    return {
      files: [
        {
          path: `${name}/chart.yaml`,
          language: 'yaml',
          text: lines(
            ociRepositoryLines(input, pin, {
              ...{ name, namespace: name, trust, auth },
            }),
            '---',
            releaseLines(name),
          ),
        },
        ...trustFiles(trust, pin.name, name),
        ...(auth === 'secret'
          ? [
              {
                path: 'create-pull-secret.sh',
                language: 'shell' as const,
                text: pullSecretScript(input, name),
              },
            ]
          : []),
      ],
      guarantees: trust
        ? 'Flux deploys exactly the bytes of this digest, and only when somebody signed them who may.'
        : 'Flux deploys exactly the bytes of this digest.',
      cannot: cannotOf(trust, input),
      notes: [
        ...versionNotes(input),
        'It takes Flux 2.6 or newer, and 2.8 where signatures are Sigstore bundles, as cosign 3 makes them.',
        ...authNotes(auth),
        ...edited.notes,
      ],
      diffs: edited.diffs,
      links: [
        {
          title: 'Flux: OCIRepository verification',
          href: 'https://fluxcd.io/flux/components/source/ocirepositories/#verification',
        },
      ],
    };
  },
};

function verifyOption(input: SnippetInput): SnippetOption {
  const trusts = fluxTrusts(input);
  const values = [
    ...trusts.map((trust, at) => ({
      value: `signer-${at + 1}`,
      title: titleOf(trust),
    })),
    { value: NONE, title: 'No check of signatures' },
  ];
  return {
    name: 'verify',
    title: 'Who may have signed',
    values,
    value: values[0].value,
  };
}

function titleOf(trust: FluxTrust): string {
  return trust.kind === 'keys'
    ? `Public keys of policy ${trust.policy}`
    : `Identities of ${trust.identity.issuerText} (policy ${trust.identity.policy}, root ${trust.root.id})`;
}

function trustOf(input: SnippetInput, value: string): FluxTrust | undefined {
  const [, number] = /^signer-(\d+)$/.exec(value) ?? [];
  return number === undefined
    ? undefined
    : fluxTrusts(input)[Number(number) - 1];
}

function cannotOf(trust: FluxTrust | undefined, input: SnippetInput): string[] {
  if (!trust) {
    return [
      'Flux checks no signature here: what keeps an unsigned chart out is the gate before the pin is merged.',
    ];
  }
  return [
    ...notCheckedByFlux(trust, input),
    'Flux checks a digest once: what is distrusted afterwards goes on running until the pin changes.',
    'Any signed bundle of that signer over the digest will do for Flux, an SBOM as well as a signature.',
  ];
}

function releaseLines(name: string): string[] {
  return [
    'apiVersion: helm.toolkit.fluxcd.io/v2',
    'kind: HelmRelease',
    'metadata:',
    `  name: ${name}`,
    `  namespace: ${name}`,
    'spec:',
    '  interval: 10m',
    '  chartRef:',
    '    kind: OCIRepository',
    `    name: ${name}`,
    '  # Your values.',
    '  values: {}',
  ];
}
