import { SignerRequirement } from '../policy/types';
import { Command, VerifyCommandsInput } from './VerifyCommandsInput';
import { pathOf, writeCommand } from './writeCommand';

type Store = Extract<SignerRequirement, { kind: 'store' }>;

/**
 * The commands by which Notation verifies a signature under a store; it also needs the trust policy of {@link notationPolicy}.
 *
 * @internal
 */
export function notationCommands(
  { store }: Store,
  reference: string,
  { storePaths, plainHttp, notation = true }: VerifyCommandsInput,
): Command[] {
  return notation
    ? [
        ...writeCommand('Let Notation trust the store', [
          ...['notation', 'certificate', 'add', '--type=ca'],
          `--store=${store}`,
          pathOf(storePaths, store) ?? `./${store}.pem`,
        ]),
        ...writeCommand('Verify the Notation signature', [
          ...['notation', 'verify'],
          ...(plainHttp ? ['--insecure-registry'] : []),
          reference,
        ]),
      ]
    : [];
}

/**
 * The trust policy that Notation needs to ask for the same, as JSON.
 *
 * @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/trust-store-trust-policy.md
 * @internal
 */
export function notationPolicy(
  { store, subject }: Store,
  { registry, repository }: VerifyCommandsInput,
): string {
  return JSON.stringify({
    version: '1.0',
    trustPolicies: [
      {
        name: store,
        registryScopes: [`${registry}/${repository}`],
        signatureVerification: { level: 'strict' },
        trustStores: [`ca:${store}`],
        trustedIdentities: [
          subject === undefined ? '*' : `x509.subject:${subject}`,
        ],
      },
    ],
  });
}
