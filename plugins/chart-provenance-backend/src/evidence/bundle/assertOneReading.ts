import { EvidenceError } from '../EvidenceError';
import { member } from '../json/member';

/**
 * Refuses a bundle that carries two of what there may be one of: readers differ in which they take. Of several signatures of an
 * envelope the verifier looks at the first only.
 *
 * @throws EvidenceError `bad-signature`.
 */
export function assertOneReading(bundle: unknown): void {
  assertAtMostOne(bundle, ['dsseEnvelope', 'messageSignature']);
  assertAtMostOne(member(bundle, 'verificationMaterial'), [
    'certificate',
    'x509CertificateChain',
    'publicKey',
  ]);
  const envelope = member(bundle, 'dsseEnvelope');
  if (envelope === undefined || envelope === null) {
    return;
  }
  const signatures = member(envelope, 'signatures');
  if (!Array.isArray(signatures) || signatures.length !== 1) {
    throw new EvidenceError(
      'bad-signature',
      'The envelope does not carry exactly one signature.',
    );
  }
}

function assertAtMostOne(value: unknown, names: string[]): void {
  const there = names.filter(
    name => (member(value, name) ?? undefined) !== undefined,
  );
  if (there.length > 1) {
    throw new EvidenceError(
      'bad-signature',
      `The bundle carries ${there.join(' and ')}; one of them is expected.`,
    );
  }
}
