import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { json } from 'node:stream/consumers';
import { publicKeyInfo } from '../pki/certificate.ts';
import { elements, oid, sequence, tlv } from '../pki/der.ts';
import { signRepeatably, type KeySource } from '../pki/keySource.ts';
import type { Clock } from './clock.ts';

const POISON = oid('1.3.6.1.4.1.11129.2.4.3');
const EXTENSIONS_TAG = 0xa3;

/**
 * Stands in for a certificate transparency log: it answers Fulcio's
 * `add-pre-chain` (RFC 6962, section 4.2) with a signed timestamp and keeps nothing.
 */
export class CertificateLog {
  private readonly clock: Clock;
  private readonly publicKey: KeyObject;
  private readonly privateKey: KeyObject;

  constructor(clock: Clock, source: KeySource) {
    this.clock = clock;
    const pair = source.p256('certificate log');
    this.publicKey = pair.publicKey;
    this.privateKey = pair.privateKey;
  }

  publicKeyPem(): string {
    return this.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  readonly handle: RequestListener = async (request, response) => {
    const { chain } = (await json(request)) as { chain: string[] };
    const [certificate, issuer] = chain.map(item =>
      Buffer.from(item, 'base64'),
    );
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(this.timestamp(certificate, issuer)));
  };

  private timestamp(preCertificate: Buffer, issuer: Buffer) {
    const timestamp = this.clock.now().getTime();
    const body = withoutPoison(preCertificate);
    const signature = signRepeatably(
      Buffer.concat([
        Buffer.from([0, 0]), // version 1, certificate_timestamp
        unsigned(timestamp, 8),
        unsigned(1, 2), // precert_entry
        sha256(publicKeyInfo(new X509Certificate(issuer).publicKey)),
        unsigned(body.length, 3),
        body,
        unsigned(0, 2), // no extensions
      ]),
      this.privateKey,
    );
    const algorithm = Buffer.from([4, 3]); // SHA-256, ECDSA
    return {
      sct_version: 0,
      id: sha256(publicKeyInfo(this.publicKey)).toString('base64'),
      timestamp,
      extensions: '',
      signature: Buffer.concat([
        algorithm,
        unsigned(signature.length, 2),
        signature,
      ]).toString('base64'),
    };
  }
}

/** The to-be-signed part of a pre-certificate as it will be in the certificate. */
function withoutPoison(preCertificate: Buffer): Buffer {
  const [certificate] = elements(preCertificate);
  const [toBeSigned] = elements(certificate.content);
  return sequence(
    ...elements(toBeSigned.content).map(field => {
      if (field.tag !== EXTENSIONS_TAG) {
        return field.bytes;
      }
      const [list] = elements(field.content);
      const kept = elements(list.content).filter(
        ({ content }) => !content.subarray(0, POISON.length).equals(POISON),
      );
      return tlv(EXTENSIONS_TAG, sequence(...kept.map(({ bytes }) => bytes)));
    }),
  );
}

function unsigned(value: number, size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes.subarray(8 - size);
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
