import { crypto } from '@sigstore/core';
import { assertCertificate } from './certificate/assertCertificate';
import { assertNoRoot } from './certificate/assertNoRoot';
import { isIssuedUnder } from './certificate/isIssuedUnder';
import { readSigner } from './certificate/readSigner';
import { assertLogEntries } from './log/assertLogEntries';
import { leafHash } from './log/leafHash';
import { runVerifier } from './log/runVerifier';
import { verifiedTimes } from './log/verifiedTimes';
import { NotProven } from './outcome/NotProven';
import { OpenedEvidence } from './opened/OpenedEvidence';
import { Proof } from './Proof';
import { PreparedRoot } from './trust/prepareRoot';

/**
 * Proves a keyless signature under one root: certificate, logs, times, signature, and who it names.
 *
 * @throws NotProven, or whatever the verifier throws: see `mapFailure`.
 */
export function proveUnderRoot(
  { bundle, signed }: OpenedEvidence,
  root: PreparedRoot,
): Proof {
  const { material, thresholds } = root;
  if (!material) {
    throw new NotProven('verifier-failed', root.detail);
  }
  const leaf = leafOf(bundle.verificationMaterial.content);
  const entity = signed.toEntity();
  if (entity.key.$case !== 'certificate') {
    throw signedWithKey();
  }
  const { certificate } = entity.key;
  if (!isIssuedUnder(certificate, material)) {
    throw new NotProven(
      'untrusted-root',
      `The certificate was not issued by an authority of root ${root.id}.`,
    );
  }
  // Before times are: a timestamp covers the signature, so an altered signature would look like a missing time.
  if (!signed.isSignedBy(crypto.createPublicKey(certificate.publicKey))) {
    throw new NotProven(
      'bad-signature',
      'The signature does not match what it should have signed.',
    );
  }
  assertLogEntries(entity.tlogEntries, { type: 'certificate', der: leaf });
  const times = verifiedTimes(entity);
  assertInTime(certificate, times);
  runVerifier(entity, material, thresholds, signed.storedEnvelope);
  return {
    signer: readSigner(certificate, root.id),
    verifiedTimes: times,
    logEntries: entity.tlogEntries.map(leafHash),
  };
}

function leafOf(
  content: OpenedEvidence['bundle']['verificationMaterial']['content'],
): Buffer {
  switch (content.$case) {
    case 'certificate':
      assertCertificate(content.certificate.rawBytes);
      return content.certificate.rawBytes;
    case 'x509CertificateChain': {
      const { certificates } = content.x509CertificateChain;
      assertNoRoot(certificates.map(({ rawBytes }) => rawBytes));
      return certificates[0].rawBytes;
    }
    default:
      throw signedWithKey();
  }
}

/** Not yet proven times: a wrong one fails here or in the verifier, which checks the same again. */
function assertInTime(
  certificate: { validForDate(date: Date): boolean },
  times: string[],
): void {
  const outside = times.find(time => !certificate.validForDate(new Date(time)));
  if (outside) {
    throw new NotProven(
      'certificate-expired',
      `The certificate did not count at ${outside}, when it was used.`,
    );
  }
}

function signedWithKey(): NotProven {
  return new NotProven(
    'untrusted-key',
    'It was signed with a key; a root proves certificates.',
  );
}
