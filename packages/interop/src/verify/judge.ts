import { createPublicKey } from 'node:crypto';
import { bundleFromJSON } from '@sigstore/bundle';
import type { TrustedRoot } from '@sigstore/protobuf-specs';
import {
  toSignedEntity,
  toTrustMaterial,
  Verifier,
  type Signer,
} from '@sigstore/verify';
import { ISSUER, type Policy } from '../company/policies.ts';
import type { Expectation } from '../company/release.ts';
import { certificateFacts } from './certificateFacts.ts';
import type { Bundle } from './evidence.ts';

export interface Judged {
  /** Freshly parsed. */
  bundle: Bundle;
  /** Digest of the manifest that it refers to. */
  subject: string;
  policy: Policy;
}

export interface Trust {
  root: TrustedRoot;
  /** The PEM of a named key. */
  keyPem: (name: string) => string;
}

/**
 * Judges one bundle with `@sigstore/verify` at its default thresholds: one log
 * entry, one certificate timestamp, one timestamp.
 *
 * @returns why it does not count, or `null` when it does.
 */
export function judge(
  { bundle, subject, policy }: Judged,
  trust: Trust,
): Expectation['reason'] {
  const byKey = 'publicKey' in bundle.verificationMaterial;
  if (byKey !== (policy.kind === 'key')) {
    return byKey ? 'untrusted-key' : 'wrong-identity';
  }
  let signer: Signer;
  try {
    const material = toTrustMaterial(trust.root, () => ({
      publicKey: createPublicKey(
        trust.keyPem(policy.kind === 'key' ? policy.key : ''),
      ),
      validFor: () => true,
    }));
    const entity = toSignedEntity(bundleFromJSON(bundle));
    signer = new Verifier(material).verify(entity);
  } catch {
    return byKey ? 'untrusted-key' : 'bad-signature';
  }
  const statement = JSON.parse(
    Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString('utf8'),
  );
  const names = statement.subject.map(
    (item: { digest: { sha256: string } }) => `sha256:${item.digest.sha256}`,
  );
  if (!names.includes(subject)) {
    return 'digest-mismatch';
  }
  return policy.kind === 'key' ? null : judgeIdentity(bundle, signer, policy);
}

function judgeIdentity(
  bundle: Bundle,
  { identity }: Signer,
  policy: Policy & { kind: 'keyless' },
): Expectation['reason'] {
  const subject = identity?.subjectAlternativeName ?? '';
  if (identity?.extensions?.issuer !== ISSUER) {
    return 'wrong-issuer';
  }
  if (!new RegExp(policy.identityPattern).test(subject)) {
    return 'wrong-identity';
  }
  const { certificate } = bundle.verificationMaterial;
  if (!certificate) {
    return 'wrong-identity';
  }
  const { sourceRepository } = certificateFacts(
    Buffer.from(certificate.rawBytes, 'base64'),
  );
  return sourceRepository === `https://github.com/${policy.sourceRepository}`
    ? null
    : 'wrong-source';
}
