import { Signer } from 'backstage-plugin-chart-provenance-common';

/**
 * Configuration with which an operator would accept exactly the proven signer. Every value is JSON-quoted, which YAML
 * reads as plain text: a certificate cannot smuggle a second entry into the operator's file.
 *
 * @internal
 */
export function policyProposal(chartName: string, signer: Signer): string {
  return [
    'chartProvenance:',
    '  policies:',
    `    - name: ${JSON.stringify(`${chartName}-release`)}`,
    '      anyOf:',
    ...alternative(signer),
  ].join('\n');
}

function alternative(signer: Signer): string[] {
  switch (signer.kind) {
    case 'key':
      return [`        - key: ${JSON.stringify(signer.key)}`];
    case 'pgp':
      return [
        '        # Proves the chart archive, not the manifest around it.',
        `        - keyring: ${JSON.stringify(signer.keyring)}`,
      ];
    case 'x509':
      return [
        '        # Stays undecided: revocation is not checked.',
        `        - store: ${JSON.stringify(signer.store)}`,
        `          subject: ${JSON.stringify(signer.subject)}`,
      ];
    default:
      return [
        `        - root: ${JSON.stringify(signer.root)}`,
        `          issuer: ${JSON.stringify(signer.issuer)}`,
        '          # Exactly this ref. For every release, say so with subjectPattern.',
        `          subject: ${JSON.stringify(signer.subject)}`,
      ];
  }
}
