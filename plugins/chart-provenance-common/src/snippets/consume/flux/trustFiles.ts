import type { SnippetFile } from '../../../api/snippetTypes';
import { lines, trustedRootText } from '../facts';
import { FluxTrust } from './fluxTrust';
import { trustSecret } from './verifyLines';

/** What a source verifies with, as files: public keys, or the root of another Sigstore. Nothing secret is in them. */
export function trustFiles(
  trust: FluxTrust | undefined,
  chart: string,
  namespace: string,
): SnippetFile[] {
  const secret = trust && trustSecret(trust, chart);
  if (!trust || !secret) {
    return [];
  }
  if (trust.kind === 'keys') {
    const text = lines(
      '# Public keys: nothing in here is secret, though Flux reads it from a Secret.',
      'apiVersion: v1',
      'kind: Secret',
      'metadata:',
      `  name: ${secret}`,
      `  namespace: ${namespace}`,
      'stringData:',
      ...trust.keys.map(({ id, pem }) => [
        `  ${JSON.stringify(`${id}.pub`)}: |`,
        ...pem.split('\n').map(line => `    ${line}`),
      ]),
    );
    return [{ path: `${secret}.yaml`, language: 'yaml', text }];
  }
  return [
    {
      path: 'trusted_root.json',
      language: 'json',
      text: trustedRootText(trust.root.trustedRoot),
    },
    {
      path: 'create-trusted-root.sh',
      language: 'shell',
      text: lines(
        '#!/bin/sh',
        '# What signatures are checked under. Nothing in it is secret; who can change it decides who may sign.',
        'set -eu',
        `kubectl create secret generic ${secret} \\`,
        `  --namespace ${namespace} \\`,
        '  --from-file trusted_root.json=./trusted_root.json \\',
        '  --dry-run=client --output yaml |',
        '  kubectl apply --server-side --filename -',
      ),
    },
  ];
}
