import type { SnippetFile, SnippetOption } from '../../../api/snippetTypes';
import type { RegistryKind } from '../../../quirks/types';
import type { SnippetGenerator, SnippetInput } from '../../types';
import { shellText } from '../../words';
import { ChartPin, lines, objectName, placeOf } from '../facts';
import { cloudGenerator } from './cloudGenerator';
import { externalSecret } from './externalSecret';

const CLOUDS: readonly RegistryKind[] = ['ecr', 'gar', 'acr'];

const typeOption: SnippetOption = {
  name: 'type',
  title: 'Which sources it is for',
  values: [
    { value: 'oci', title: 'Native OCI (oci:// in repoURL)' },
    { value: 'helm', title: 'Helm-typed (chart beside repoURL)' },
  ],
  value: 'oci',
};

/** How Argo CD gets into the registry. No password is in any of the texts, only where it comes from. */
export const argocdRepositorySecret: SnippetGenerator = {
  id: 'argocd-repository-secret',
  group: 'argocd',
  title: 'Argo CD repository Secret (read-only)',
  options: input => [typeOption, fromOption(input)],
  unavailable: () => null,
  generate(input, { type, from }) {
    const place = placeOf(input);
    const name = `${objectName(place.name)}-repository`;
    const fields = fieldsOf(input, place, type);
    return {
      files: filesOf(input, { name, fields, from }),
      guarantees:
        'Argo CD can read this repository, and nothing is written down that could be stolen from the text.',
      cannot: [
        'It checks nothing: a Secret only opens the registry.',
        ...(CLOUDS.includes(input.chart.registryKind)
          ? [
              'Argo CD does not refresh the token of a cloud’s registry: it ends after hours (ECR 12, GAR 1, ACR 3), so something else has to write a new one into the Secret.',
            ]
          : []),
      ],
      notes: [
        type === 'oci'
          ? 'Type oci is for native OCI sources, with oci:// and the whole repository in url. It takes Argo CD 3.1.'
          : 'Type helm with enableOCI is for Helm-typed sources: url has no scheme and ends before the name of the chart.',
        'The account should be able to read and nothing else: Argo CD never pushes.',
        ...(from === 'external-secret'
          ? [
              'It takes External Secrets 0.16 or newer. Put your own store in for “team-secrets”, and the path of the account there.',
            ]
          : []),
      ],
      links: [
        {
          title: 'Argo CD: repository Secrets',
          href: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories',
        },
      ],
    };
  },
};

function fromOption({ chart }: SnippetInput): SnippetOption {
  const cloud = CLOUDS.includes(chart.registryKind);
  return {
    name: 'from',
    title: 'Where the account comes from',
    values: [
      ...(cloud
        ? [
            {
              value: 'token-generator',
              title: 'External Secrets makes short-lived tokens',
            },
          ]
        : []),
      { value: 'external-secret', title: 'A secret store (External Secrets)' },
      { value: 'kubectl', title: 'Files, by kubectl' },
    ],
    value: cloud ? 'token-generator' : 'external-secret',
  };
}

/** What the Secret holds beside the account. */
function fieldsOf(
  { chart }: SnippetInput,
  { url, parent }: Pick<ChartPin, 'url' | 'parent'>,
  type: string,
): [string, string][] {
  return [
    ...(type === 'oci'
      ? ([
          ['type', 'oci'],
          ['url', url],
        ] as [string, string][])
      : ([
          ['type', 'helm'],
          ['name', objectName(chart.name)],
          ['enableOCI', 'true'],
          ['url', parent],
        ] as [string, string][])),
    ...(chart.plainHttp
      ? ([['insecureOCIForceHttp', 'true']] as [string, string][])
      : []),
  ];
}

function filesOf(
  input: SnippetInput,
  made: { name: string; fields: [string, string][]; from: string },
): SnippetFile[] {
  const { name, fields, from } = made;
  if (from === 'kubectl') {
    return [
      {
        path: 'create-repository-secret.sh',
        language: 'shell',
        text: script(name, fields),
      },
    ];
  }
  const generator =
    from === 'token-generator' ? cloudGenerator(input, name) : undefined;
  return [
    {
      path: `${name}.yaml`,
      language: 'yaml',
      text: lines(externalSecret(name, fields, generator)),
    },
  ];
}

function script(name: string, fields: readonly [string, string][]): string {
  return lines(
    '#!/bin/sh',
    '# Makes the Secret that Argo CD reads the registry with.',
    '# REGISTRY_USER_FILE, REGISTRY_PASSWORD_FILE: files with a read-only account, so that neither is on a command line.',
    'set -eu',
    `kubectl create secret generic ${name} --namespace argocd \\`,
    ...fields.map(
      ([key, value]) =>
        `  --from-literal ${shellText(
          `${key}=${value}`,
          'the name of the repository',
        )} \\`,
    ),
    '  --from-file username="$REGISTRY_USER_FILE" \\',
    '  --from-file password="$REGISTRY_PASSWORD_FILE" \\',
    '  --dry-run=client --output yaml |',
    '  kubectl label --local --filename - --output yaml \\',
    '    argocd.argoproj.io/secret-type=repository |',
    '  kubectl apply --server-side --filename -',
  );
}
