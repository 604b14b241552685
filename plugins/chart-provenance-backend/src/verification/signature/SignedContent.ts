import { KeyObject } from 'node:crypto';
import { Bundle } from '@sigstore/bundle';
import { dsse } from '@sigstore/core';
import { SignedEntity, toSignedEntity } from '@sigstore/verify';
import { NotProven } from '../outcome/NotProven';
import { isDigestOf } from './isDigestOf';
import { isPrehashed, verifySignature } from './verifySignature';

/** What a bundle says was signed, and the signature over it. */
export class SignedContent {
  /** What is signed and the signature: put together once for every root and key, because it may have megabytes. */
  private parts?: [Buffer, Buffer];

  constructor(
    private readonly bundle: Bundle,
    /** The bytes a message signature is over; undefined for an envelope. */
    private readonly message: Buffer | undefined,
    /**
     * The envelope as it was stored. Timestamps of cosign 2 attestations cover all of it, where others cover the signature alone;
     * and so does the hash in their oldest log entries.
     */
    readonly storedEnvelope?: Buffer,
  ) {}

  /**
   * Does the signature match, by this key? Says nothing about who holds the key, or when it was made.
   *
   * @throws NotProven `unsupported-format` for a kind of key that is not supported.
   */
  isSignedBy(key: KeyObject): boolean {
    const [signed, signature] = (this.parts ??= this.readParts());
    return verifySignature(key, signed, signature);
  }

  /** Of what is signed by this key: in the pre-hashed form? Undefined unless it is an Ed25519 key. */
  isPrehashed(key: KeyObject): boolean | undefined {
    return isPrehashed(key, ...(this.parts ??= this.readParts()));
  }

  /** For the verifier, which by itself knows one digest for each kind of key. */
  toEntity(): SignedEntity {
    const entity = toSignedEntity(this.bundle, this.message);
    const { signature } = entity;
    const { message } = this;
    return {
      ...entity,
      signature: {
        // Read by nothing but the verification of timestamps.
        signature: this.storedEnvelope ?? signature.signature,
        compareSignature: other => signature.compareSignature(other),
        compareDigest: digest =>
          message
            ? isDigestOf(message, digest)
            : signature.compareDigest(digest),
        compareSignedDigest: digest =>
          message
            ? isDigestOf(message, digest)
            : signature.compareSignedDigest(digest),
        verifySignature: key => this.isSignedBy(key),
      },
    };
  }

  private readParts(): [Buffer, Buffer] {
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
