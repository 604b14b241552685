import { NotProven } from '../../outcome/NotProven';
import { Certificate } from './Certificate';
import { assertAuthority, assertSigner } from './assertRole';
import { assertSoundKey } from './assertSoundKey';
import { SOUND_SIGNATURES } from './oids';

/**
 * Checks that each certificate was issued by the next, and the last by itself, each as what it is used for here. Whether anybody
 * trusts the last one, and whether they count today, is asked elsewhere.
 *
 * @param chain - that of the signer first; one that stands alone has to be self-signed.
 * @throws NotProven `untrusted-root` for a chain that does not hold; `unsupported-format` for what is not understood here.
 * @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/signature-specification.md#certificate-requirements
 */
export function assertChain(chain: readonly Certificate[]): void {
  // Before any signature is checked: what that costs is in the keys, and whoever wrote the envelope chose them.
  chain.forEach(assertUnderstood);
  const [signer, ...authorities] = chain;
  assertSigner(signer);
  authorities.forEach((each, between) => assertAuthority(each, between));
  chain.forEach((certificate, index) => {
    const last = index === chain.length - 1;
    assertIssued(certificate, last ? certificate : chain[index + 1]);
    if (!last && certificate.subject.equals(certificate.issuer)) {
      throw broken('a self-issued certificate stands in the middle.');
    }
  });
}

function assertUnderstood(certificate: Certificate): void {
  assertSoundKey(certificate.publicKey);
  if (certificate.notUnderstood.length > 0) {
    throw new NotProven(
      'unsupported-format',
      `A certificate is restricted in a way that is not understood here: ${certificate.notUnderstood.join(
        ', ',
      )}.`,
    );
  }
  if (!SOUND_SIGNATURES.has(certificate.signedWith)) {
    throw new NotProven(
      'unsupported-format',
      'A certificate is signed with an algorithm that is not accepted here.',
    );
  }
}

function assertIssued(certificate: Certificate, issuer: Certificate): void {
  if (!certificate.issuer.equals(issuer.subject)) {
    throw broken('one does not name the next as its issuer.');
  }
  if (!certificate.x509.verify(issuer.publicKey)) {
    throw broken('one was not signed by the next.');
  }
}

function broken(why: string): NotProven {
  return new NotProven(
    'untrusted-root',
    `The certificates of the signature do not form a chain: ${why}`,
  );
}
