import type { Signature, SignaturePacket as Packet } from 'openpgp';
import { ClearSigned } from '../../evidence';
import { NotProven } from '../outcome/NotProven';
import { loadOpenPgp, strictConfig } from './openPgp';
import { PreparedKeyring, RingSigner } from './PreparedKeyring';
import { assertSound } from './assertSound';

/** What a ring proved: the text, who signed it, and while it counts. */
export interface ProvenText {
  /** Exactly what was signed. Nothing else of the file may be used. */
  text: string;
  signer: RingSigner;
  /** ISO, by the signature's own word: proves nothing. */
  claimedAt: Date;
  /** ISO; when the signature itself says it ends. */
  expiresAt?: string;
}

/**
 * Proves that a key of the ring signed the text.
 *
 * @throws NotProven, or whatever reading the signature throws: see `mapFailure`.
 */
export async function proveProvenanceFile(
  file: ClearSigned,
  ring: PreparedKeyring,
): Promise<ProvenText> {
  const openpgp = await loadOpenPgp();
  const config = strictConfig(openpgp);
  const signature = await readSignature(file);
  const packet = signature.packets[0];
  const signer = signerIn(ring, packet);
  const created = assertSound(openpgp.enums, packet, file.hashes);
  const message = await openpgp.createMessage({
    // As OpenPGP hashes it: were it given other line ends, a signature over bytes instead of text would not fit.
    text: file.text.replace(/\n/g, '\r\n'),
  });
  const verified = await openpgp.verify({
    message,
    signature,
    verificationKeys: signer.key,
    // Not now: what counts now is the judge's matter, and the key's own state at the time claimed is checked in any case.
    date: null,
    config,
  });
  try {
    await verified.signatures[0].verified;
  } catch (error) {
    throw notVerified(signer, error);
  }
  const end = packet.getExpirationTime();
  return {
    text: verified.data.replace(/\r\n/g, '\n'),
    signer,
    claimedAt: created,
    ...(end instanceof Date && { expiresAt: end.toISOString() }),
  };
}

async function readSignature({ signature }: ClearSigned): Promise<Signature> {
  const { readSignature: read, SignaturePacket } = await loadOpenPgp();
  try {
    const parsed = await read({ binarySignature: signature });
    // One of a version it does not know stands there as something else.
    if (parsed.packets[0] instanceof SignaturePacket) {
      return parsed;
    }
  } catch (cause) {
    throw new NotProven(
      'bad-signature',
      'The signature of the provenance file cannot be read.',
      cause,
    );
  }
  throw new NotProven(
    'unsupported-format',
    'The signature of the provenance file is of a version or kind that is not supported.',
  );
}

function signerIn(
  { id, signers, detail }: PreparedKeyring,
  packet: Packet,
): RingSigner {
  if (signers.length === 0) {
    throw new NotProven('verifier-failed', detail);
  }
  const keyId = packet.issuerKeyID.toHex();
  const signer = signers.find(each => each.keyId === keyId);
  if (!signer) {
    throw new NotProven(
      'untrusted-key',
      `The provenance file was not signed with a key of keyring ${id}.`,
    );
  }
  if (signer.unusable) {
    throw new NotProven(signer.unusable.code, signer.unusable.message);
  }
  return signer;
}

/** The library has one kind of error for all; these messages hold no text of the publisher's, and a test pins them. */
function notVerified({ keyId }: RingSigner, error: unknown): NotProven {
  const why = error instanceof Error ? error.message : '';
  if (/newer than the signature|valid signing key|expired/i.test(why)) {
    return new NotProven(
      'certificate-expired',
      `The PGP key ${keyId} did not count at the time at which the provenance file says it was signed.`,
      error,
    );
  }
  return new NotProven(
    'bad-signature',
    /critical/i.test(why)
      ? 'The signature of the provenance file makes a condition that is not understood here.'
      : 'The signature of the provenance file does not fit its text.',
    error,
  );
}
