import type { enums as Enums, SignaturePacket } from 'openpgp';
import { NotProven } from '../outcome/NotProven';

/**
 * Is it a signature over a text, with a hash that is strong and the one that the message announces? Some readers take the announced one,
 * some the signature's own.
 *
 * @returns when it says it was made
 * @throws NotProven `bad-signature`, `unsupported-format`
 */
export function assertSound(
  enums: typeof Enums,
  packet: SignaturePacket,
  announced: readonly string[],
): Date {
  const { signatureType, hashAlgorithm, created, version } = packet;
  const isOverText =
    signatureType === enums.signature.text ||
    signatureType === enums.signature.binary;
  if (!isOverText || (version !== 4 && version !== 6) || !created) {
    throw new NotProven(
      'unsupported-format',
      'The signature of the provenance file is not of a kind that signs texts.',
    );
  }
  const hash = nameOf(enums, hashAlgorithm);
  if (hash === undefined) {
    throw new NotProven(
      'bad-signature',
      'The signature of the provenance file is made with a hash that is too weak to prove anything.',
    );
  }
  if (announced.length > 0 && !announced.includes(hash)) {
    throw new NotProven(
      'bad-signature',
      'The provenance file announces another hash than its signature is made with.',
    );
  }
  return created;
}

/** As written in a `Hash:` line; undefined for one that nothing is proven with. */
function nameOf(
  { hash }: typeof Enums,
  found: SignaturePacket['hashAlgorithm'],
): string | undefined {
  switch (found) {
    case hash.sha256:
      return 'sha256';
    case hash.sha384:
      return 'sha384';
    case hash.sha512:
      return 'sha512';
    case hash.sha3_256:
      return 'sha3-256';
    case hash.sha3_512:
      return 'sha3-512';
    default:
      return undefined;
  }
}
