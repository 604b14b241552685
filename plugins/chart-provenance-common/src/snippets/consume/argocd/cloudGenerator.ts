import type { SnippetInput } from '../../types';
import { yamlText } from '../../words';
import { indented } from '../facts';

/** What makes short-lived tokens for a cloud's registry. */
export interface TokenGenerator {
  kind: string;
  /** Well before a token ends. */
  refresh: string;
  lines: string[];
}

/** The generator of External Secrets for this registry; undefined where there is none. */
export function cloudGenerator(
  { chart }: SnippetInput,
  name: string,
): TokenGenerator | undefined {
  switch (chart.registryKind) {
    case 'ecr':
      return generator('ECRAuthorizationToken', '6h', name, [
        `region: ${yamlText(regionOf(chart.registry))}`,
        'auth:',
        '  jwt:',
        '    # Bound to an IAM role that may pull and nothing else.',
        '    serviceAccountRef:',
        '      name: registry-reader',
      ]);
    case 'gar':
      return generator('GCRAccessToken', '30m', name, [
        `projectID: ${yamlText(chart.repository.split('/')[0])}`,
        'auth:',
        '  workloadIdentity:',
        '    # Bound to a service account with roles/artifactregistry.reader and nothing else.',
        '    serviceAccountRef:',
        '      name: registry-reader',
        '    clusterLocation: europe-west1',
        '    clusterName: your-cluster',
      ]);
    case 'acr':
      return generator('ACRAccessToken', '1h', name, [
        `registry: ${yamlText(chart.registry)}`,
        `scope: ${yamlText(`repository:${chart.repository}:pull`)}`,
        'auth:',
        '  workloadIdentity:',
        '    # Bound to an identity with the role AcrPull and nothing else.',
        '    serviceAccountRef:',
        '      name: registry-reader',
      ]);
    default:
      return undefined;
  }
}

function generator(
  kind: string,
  refresh: string,
  name: string,
  spec: readonly string[],
): TokenGenerator {
  return {
    ...{ kind, refresh },
    lines: [
      'apiVersion: generators.external-secrets.io/v1alpha1',
      `kind: ${kind}`,
      'metadata:',
      `  name: ${name}`,
      '  namespace: argocd',
      'spec:',
      ...indented(2, spec),
    ],
  };
}

/** `123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
function regionOf(registry: string): string {
  return (
    /\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(registry)?.[1] ?? 'eu-west-1'
  );
}
