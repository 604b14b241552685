import { createPublicKey } from 'node:crypto';
import {
  SnippetInput,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from '../config';
import { TrustInput } from '../verification';

/** The part of the configuration that says who is trusted. */
export type SnippetTrustConfig = Pick<ChartProvenanceConfig, 'trust'>;

/**
 * The trust material that the policies name, and no other: what else is trusted here is nobody's business. Public keys and certificates only, as
 * the configuration has no others.
 */
export function snippetTrust(
  policies: readonly TrustPolicy[],
  { trust }: SnippetTrustConfig,
  material: TrustInput,
): Pick<SnippetInput, 'roots' | 'keys' | 'keyrings'> {
  const signers = policies.flatMap(({ anyOf, requireAttestations }) => [
    ...anyOf,
    ...requireAttestations.flatMap(one => one.anyOf ?? []),
  ]);
  const named = (kind: 'root' | 'key' | 'keyring') =>
    new Set(
      signers.flatMap(signer => {
        switch (signer.kind) {
          case 'keyless':
            return kind === 'root' ? [signer.root] : [];
          case 'key':
            return kind === 'key' ? [signer.key] : [];
          case 'keyring':
            return kind === 'keyring' ? [signer.keyring] : [];
          default:
            return [];
        }
      }),
    );
  const [roots, keys, keyrings] = [
    named('root'),
    named('key'),
    named('keyring'),
  ];
  return {
    roots: trust.roots
      .filter(({ id }) => roots.has(id))
      .map(({ id, source, thresholds }) => ({
        id,
        type: source.type,
        thresholds,
        trustedRoot:
          source.type === 'publicGood'
            ? null
            : trustedRootOf(material.roots.find(root => root.id === id)),
      })),
    keys: material.keys
      .filter(({ id }) => keys.has(id))
      .map(({ id, pem }) => ({ id, pem: spkiOf(pem) })),
    keyrings: material.keyrings
      .filter(({ id }) => keyrings.has(id))
      .map(({ id, armored }) => ({ id, armored })),
  };
}

/**
 * The one key that versions are verified with, written anew: what an operator's file holds besides it (words, a second key) must not be what another
 * tool reads, nor keep texts from being made.
 */
function spkiOf(pem: string): string {
  return String(createPublicKey(pem).export({ type: 'spki', format: 'pem' }));
}

function trustedRootOf(
  root: TrustInput['roots'][number] | undefined,
): string | null {
  return root?.trustedRoot === undefined
    ? null
    : JSON.stringify(root.trustedRoot);
}
