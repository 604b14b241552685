import { indented } from '../facts';
import { yamlText } from '../../words';
import { TokenGenerator } from './cloudGenerator';

/** The account as External Secrets fills it in: templates of that, not of Argo CD. */
const ACCOUNT = ["username: '{{ .username }}'", "password: '{{ .password }}'"];

/** An ExternalSecret that writes the repository Secret, with what makes its tokens where there is something. */
export function externalSecret(
  name: string,
  fields: readonly [string, string][],
  generator: TokenGenerator | undefined,
): string[] {
  return [
    ...(generator ? [...generator.lines, '---'] : []),
    'apiVersion: external-secrets.io/v1',
    'kind: ExternalSecret',
    'metadata:',
    `  name: ${name}`,
    '  namespace: argocd',
    'spec:',
    `  refreshInterval: ${generator?.refresh ?? '1h'}`,
    ...(generator
      ? []
      : [
          '  secretStoreRef:',
          '    kind: ClusterSecretStore',
          '    name: team-secrets',
        ]),
    '  target:',
    `    name: ${name}`,
    '    template:',
    '      metadata:',
    '        labels:',
    '          argocd.argoproj.io/secret-type: repository',
    '      data:',
    ...indented(8, [
      ...fields.map(([key, value]) => `${key}: ${yamlText(value)}`),
      ...ACCOUNT,
    ]),
    ...indented(2, generator ? fromGenerator(name, generator) : fromStore()),
  ];
}

function fromGenerator(name: string, { kind }: TokenGenerator): string[] {
  return [
    'dataFrom:',
    '  - sourceRef:',
    '      generatorRef:',
    '        apiVersion: generators.external-secrets.io/v1alpha1',
    `        kind: ${kind}`,
    `        name: ${name}`,
  ];
}

function fromStore(): string[] {
  return [
    'data:',
    ...['username', 'password'].flatMap(property => [
      `  - secretKey: ${property}`,
      '    remoteRef:',
      '      key: registry/read-only',
      `      property: ${property}`,
    ]),
  ];
}
