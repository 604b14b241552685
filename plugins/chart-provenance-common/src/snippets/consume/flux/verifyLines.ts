import { objectName } from '../facts';
import { yamlText } from '../../words';
import { FluxTrust } from './fluxTrust';

/** Names of the Secrets that a text refers to. */
export function trustSecret(trust: FluxTrust, chart: string): string | null {
  const name = objectName(chart);
  if (trust.kind === 'keys') {
    return `${name}-cosign-keys`;
  }
  return trust.root.type === 'publicGood' ? null : `${name}-trusted-root`;
}

/** `spec.verify`: one identity at most, because Flux refuses several for Sigstore bundles. */
export function verifyLines(trust: FluxTrust, chart: string): string[] {
  const secret = trustSecret(trust, chart);
  if (trust.kind === 'keys') {
    return [
      'verify:',
      '  provider: cosign',
      '  # Any one of the public keys in it will do.',
      '  secretRef:',
      `    name: ${secret}`,
    ];
  }
  const { issuer, subject } = trust.identity;
  return [
    'verify:',
    '  provider: cosign',
    ...(secret === null
      ? []
      : [
          '  # Another root than Sigstore’s public one; it takes Flux 2.9.',
          '  trustedRootSecretRef:',
          `    name: ${secret}`,
        ]),
    '  # One identity, anchored at both ends: without it, a signature by anybody will do.',
    '  matchOIDCIdentity:',
    `    - issuer: ${yamlText(issuer)}`,
    `      subject: ${yamlText(subject)}`,
  ];
}
