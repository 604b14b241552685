import type { SnippetOption } from '../../../api/snippetTypes';
import type { RegistryKind } from '../../../quirks/types';
import type { SnippetInput } from '../../types';
import { lines, objectName } from '../facts';
import { shellText } from '../../words';

/** How Flux gets in: nothing, a Secret, or what the cloud gives the controller. */
export type FluxAuth = 'none' | 'secret' | 'aws' | 'azure' | 'gcp';

const CLOUDS: Partial<Record<RegistryKind, FluxAuth>> = {
  ecr: 'aws',
  acr: 'azure',
  gar: 'gcp',
};

const TITLES: Record<FluxAuth, string> = {
  none: 'Nothing: the chart is public',
  secret: 'A Secret with a read-only account',
  aws: 'The IAM role of the controller',
  azure: 'The workload identity of the controller',
  gcp: 'The workload identity of the controller',
};

const NOTES: Record<FluxAuth, string[]> = {
  none: [],
  secret: [
    'The Secret holds an account that may read and nothing else; the script makes it without a password on a command line.',
  ],
  aws: [
    'Flux gets its own short-lived token: give the source-controller’s service account a role with AmazonEC2ContainerRegistryPullOnly, or ReadOnly. There is no Secret to refresh.',
  ],
  azure: [
    'Flux gets its own short-lived token: give the source-controller’s workload identity the role AcrPull. There is no Secret to refresh.',
  ],
  gcp: [
    'Flux gets its own short-lived token: give the source-controller’s service account roles/artifactregistry.reader. There is no Secret to refresh.',
  ],
};

/** The choices for this registry; a cloud's own first. */
export function authOption({ chart }: SnippetInput): SnippetOption {
  const cloud = CLOUDS[chart.registryKind];
  const values: FluxAuth[] = [
    ...(cloud === undefined ? [] : [cloud]),
    'secret',
    'none',
  ];
  return {
    name: 'auth',
    title: 'How Flux may read the registry',
    values: values.map(value => ({ value, title: TITLES[value] })),
    value: cloud ?? 'none',
  };
}

export function fluxAuthOf(value: string): FluxAuth {
  return value === 'secret' ||
    value === 'aws' ||
    value === 'azure' ||
    value === 'gcp'
    ? value
    : 'none';
}

export function authNotes(auth: FluxAuth): string[] {
  return NOTES[auth];
}

/** Fields of a source. */
export function authLines(auth: FluxAuth, chart: string): string[] {
  switch (auth) {
    case 'none':
      return [];
    case 'secret':
      return ['secretRef:', `  name: ${objectName(chart)}-pull`];
    default:
      return [`provider: ${auth}`];
  }
}

/**
 * A script that makes the pull Secret from what it finds in its environment: no secret is in it, and none is on a command line.
 */
export function pullSecretScript(
  { chart }: SnippetInput,
  namespace: string,
): string {
  const registry = shellText(chart.registry, 'the name of the registry');
  return lines(
    '#!/bin/sh',
    '# Makes the Secret that Flux reads the registry with.',
    '# REGISTRY_USER: an account that may read and nothing else. REGISTRY_PASSWORD_FILE: a file with its password or token.',
    'set -eu',
    'folder=$(mktemp -d)',
    `trap 'rm -rf "$folder"' EXIT`,
    `helm registry login ${registry}${
      chart.plainHttp ? ' --plain-http' : ''
    } --username "$REGISTRY_USER" --password-stdin --registry-config "$folder/config.json" < "$REGISTRY_PASSWORD_FILE"`,
    `kubectl create secret generic ${objectName(chart.name)}-pull \\`,
    `  --namespace ${namespace} \\`,
    '  --type kubernetes.io/dockerconfigjson \\',
    '  --from-file .dockerconfigjson="$folder/config.json" \\',
    '  --dry-run=client --output yaml |',
    '  kubectl apply --server-side --filename -',
  );
}
