import type { SignerRequirement, TrustPolicy } from '../../../policy/types';
import type { SnippetInput, SnippetRoot } from '../../types';
import { AnchoredIdentity, anchoredIdentities, plainText } from '../../words';

/** A signer whom tools in a cluster can ask for. */
export type Signer = KeylessSigner | KeySigner;

export interface KeylessSigner {
  kind: 'keyless';
  identity: AnchoredIdentity;
  root: SnippetRoot;
}

export interface KeySigner {
  kind: 'key';
  id: string;
  /** Without white space at its ends. */
  pem: string;
}

/** A policy of the chart, as far as tools in a cluster can ask for it. */
export interface AskedPolicy {
  name: string;
  /** Any one of them will do. */
  signers: Signer[];
  /** What it requires besides, each with those of whom any one will do; none, where no signer can be asked for. */
  attestations: { type: string; signers: Signer[] }[];
  policy: TrustPolicy;
}

/** What a tool can ask for. */
export interface Abilities {
  /** Roots other than the public one, by their `trusted_root.json`. */
  otherRoots: boolean;
}

const PEM =
  /^-----BEGIN PUBLIC KEY-----\n(?:[A-Za-z0-9+/=]{1,76}\n)+-----END PUBLIC KEY-----$/;

/** How the DER of an Ed25519 key begins: cosign pre-hashes with those, and what runs in clusters does not agree about it. */
const ED25519 = 'MCowBQYDK2Vw';

/** The chart's policies, each with those of its signers that the tool can ask for, in the order in which they are named. */
export function askedPolicies(
  input: Pick<SnippetInput, 'policies' | 'roots' | 'keys'>,
  abilities: Abilities,
): AskedPolicy[] {
  return input.policies.map(policy => {
    const signers = signersOf(policy, input, abilities);
    return {
      name: plainText(policy.name, 'the name of a policy'),
      ...{ policy, signers },
      attestations: policy.requireAttestations.map(({ type, anyOf }) => ({
        type: plainText(type, 'the type of an attestation'),
        signers: anyOf
          ? signersOf({ ...policy, anyOf }, input, abilities)
          : signers,
      })),
    };
  });
}

function signersOf(
  policy: TrustPolicy,
  { roots, keys }: Pick<SnippetInput, 'roots' | 'keys'>,
  { otherRoots }: Abilities,
): Signer[] {
  const keyless = anchoredIdentities([policy]).flatMap<Signer>(identity => {
    const root = roots.find(one => one.id === identity.root);
    return root && canAsk(root, otherRoots)
      ? [{ kind: 'keyless', identity, root }]
      : [];
  });
  const byKey = policy.anyOf.flatMap<Signer>(one => {
    const pem = one.kind === 'key' ? pemOf(one.key, keys) : undefined;
    return one.kind === 'key' && pem !== undefined
      ? [{ kind: 'key', id: plainText(one.key, 'the id of a key'), pem }]
      : [];
  });
  return [...keyless, ...byKey];
}

function canAsk(root: SnippetRoot, otherRoots: boolean): boolean {
  return (
    root.type === 'publicGood' ||
    (otherRoots && trustedRootText(root) !== undefined)
  );
}

/** The `trusted_root.json` in one line; undefined where there is none, or none that is JSON. */
export function trustedRootText({ trustedRoot }: SnippetRoot) {
  try {
    return trustedRoot === null
      ? undefined
      : JSON.stringify(JSON.parse(trustedRoot));
  } catch {
    return undefined;
  }
}

function pemOf(id: string, keys: SnippetInput['keys']): string | undefined {
  const pem = keys
    .find(one => one.id === id)
    ?.pem.replace(/\r\n/g, '\n')
    .trim();
  return pem !== undefined && PEM.test(pem) && !pem.includes(ED25519)
    ? pem
    : undefined;
}

/** Signers that the policy accepts and the tool cannot ask for, in words. */
export function leftOut(
  { policy, signers }: AskedPolicy,
  { roots }: Pick<SnippetInput, 'roots'>,
): string[] {
  const has = (one: SignerRequirement) =>
    signers.some(signer =>
      one.kind === 'keyless'
        ? signer.kind === 'keyless' &&
          signer.identity.root === one.root &&
          signer.identity.issuerText === one.issuer
        : one.kind === 'key' && signer.kind === 'key' && signer.id === one.key,
    );
  const words = policy.anyOf
    .filter(one => !has(one))
    .map(one => wordsOf(one, roots));
  return [...new Set(words)];
}

function wordsOf(
  one: SignerRequirement,
  roots: readonly SnippetRoot[],
): string {
  switch (one.kind) {
    case 'keyring':
      return `a provenance file by the keyring ${one.keyring}`;
    case 'store':
      return `a Notation signature by the store ${one.store}`;
    case 'key':
      return `the key ${one.key}`;
    default: {
      const type = roots.find(root => root.id === one.root)?.type ?? 'unknown';
      return `identities under the root ${one.root} (${type})`;
    }
  }
}
