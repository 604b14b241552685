import { KeyObject, verify } from 'node:crypto';
import { Bundle } from '@sigstore/bundle';
import { dsse } from '@sigstore/core';
import { SignedEntity, toSignedEntity } from '@sigstore/verify';
import { NotProven } from '../outcome/NotProven';
import { digestsOf } from './digestsOf';

/** What a bundle says was signed, and the signature over it. */
export class SignedContent {
  constructor(
    private readonly bundle: Bundle,
    /** The bytes a message signature is over; undefined for an envelope. */
    private readonly message: Buffer | undefined,
  ) {}

  /**
   * Does the signature match, by this key? Says nothing about who holds the key, or when it was made.
   *
   * @throws NotProven `unsupported-format` for a kind of key that is not supported.
   */
  isSignedBy(key: KeyObject): boolean {
    const [signed, signature] = this.parts();
    return supportedDigests(key).some(digest =>
      verify(digest, signed, key, signature),
    );
  }

  /** For the verifier, which by itself knows one digest for each kind of key. */
  toEntity(): SignedEntity {
    const entity = toSignedEntity(this.bundle, this.message);
    const { signature } = entity;
    return {
      ...entity,
      signature: {
        signature: signature.signature,
        compareSignature: other => signature.compareSignature(other),
        compareDigest: digest => signature.compareDigest(digest),
        compareSignedDigest: digest => signature.compareSignedDigest(digest),
        verifySignature: key => this.isSignedBy(key),
      },
    };
  }

  private parts(): [Buffer, Buffer] {
    const { content } = this.bundle;
    if (content.$case === 'dsseEnvelope') {
      const { payloadType, payload, signatures } = content.dsseEnvelope;
      return [dsse.preAuthEncoding(payloadType, payload), signatures[0].sig];
    }
    if (!this.message) {
      throw new NotProven('unsupported-format', 'What was signed is not here.');
    }
    return [this.message, content.messageSignature.signature];
  }
}

function supportedDigests(key: KeyObject): (string | null)[] {
  try {
    return digestsOf(key);
  } catch (cause) {
    throw new NotProven(
      'unsupported-format',
      'It was signed with a kind of key that is not supported.',
      cause,
    );
  }
}
