import { createHash, KeyObject, sign } from 'node:crypto';
import { dsse } from '@sigstore/core';
import {
  certificatePem,
  newKey,
  pemOf,
  SigstoreLab,
  SignOptions,
} from './SigstoreLab';

/** The container of a layer as plain JSON, to be tampered with. */
export interface LayerJson {
  manifest: string;
  layer: {
    mediaType: string;
    digest: string;
    size: number;
    annotations: Record<string, string>;
  };
  payload: string;
}

/** What is to be signed in the way of cosign 2, and how. */
export interface LegacyOptions
  extends Pick<
    SignOptions,
    | 'subject'
    | 'key'
    | 'digest'
    | 'signedAfterMs'
    | 'loggedPem'
    | 'predicateType'
  > {
  /** Instead of the simple signing payload. */
  payload?: unknown;
  /** An attestation instead of a signature. */
  attestation?: true;
  /** Kind of the attestation's log entry. */
  entry?: 'dsse/0.0.1' | 'intoto/0.0.1' | 'intoto/0.0.2';
  /** Neither a log entry nor a timestamp. */
  bare?: true;
  /** A timestamp and no log entry. */
  timed?: true;
}

const MANIFEST = `sha256:${'9'.repeat(64)}`;
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const sha256 = (bytes: Buffer) =>
  createHash('sha256').update(bytes).digest('hex');

export const simpleSigning = (digest: string) => ({
  critical: {
    identity: { 'docker-reference': 'ghcr.io/acme/charts/payments' },
    image: { 'docker-manifest-digest': digest },
    type: 'cosign container image signature',
  },
  optional: null,
});

interface Made {
  payload: Buffer;
  signature: Buffer;
  pem: string;
}

/** Signs as cosign 2 does. */
export async function signLayer(
  lab: SigstoreLab,
  options: LegacyOptions,
): Promise<LayerJson> {
  const signer = options.key ?? newKey();
  const pem = options.key
    ? pemOf(signer.publicKey)
    : certificatePem(await lab.issue({}, signer.publicKey));
  const made = { ...signed(options, signer.privateKey), pem };
  const annotations: Record<string, string> = {
    'dev.cosignproject.cosign/signature': options.attestation
      ? ''
      : base64(made.signature),
    ...(options.key ? {} : { 'dev.sigstore.cosign/certificate': pem }),
  };
  if (!options.bare && !options.timed) {
    annotations['dev.sigstore.cosign/bundle'] = await logBundle(
      lab,
      made,
      options,
    );
  }
  if (!options.bare) {
    const covered = options.attestation ? made.payload : made.signature;
    annotations['dev.sigstore.cosign/rfc3161timestamp'] = JSON.stringify({
      SignedRFC3161Timestamp: await lab.timestamp(covered, options),
    });
  }
  return {
    manifest: MANIFEST,
    layer: {
      mediaType: options.attestation
        ? 'application/vnd.dsse.envelope.v1+json'
        : 'application/vnd.dev.cosign.simplesigning.v1+json',
      digest: `sha256:${sha256(made.payload)}`,
      size: made.payload.length,
      annotations,
    },
    payload: base64(made.payload),
  };
}

function signed(
  options: LegacyOptions,
  privateKey: KeyObject,
): Pick<Made, 'payload' | 'signature'> {
  const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  if (!options.attestation) {
    const payload = Buffer.from(
      JSON.stringify(options.payload ?? simpleSigning(options.subject)),
    );
    return { payload, signature: sign(digest, payload, privateKey) };
  }
  const statement = Buffer.from(JSON.stringify(statementOf(options)));
  const payloadType = 'application/vnd.in-toto+json';
  const signature = sign(
    digest,
    dsse.preAuthEncoding(payloadType, statement),
    privateKey,
  );
  const envelope = {
    payloadType,
    payload: base64(statement),
    signatures: [{ keyid: '', sig: base64(signature) }],
  };
  return { payload: Buffer.from(JSON.stringify(envelope)), signature };
}

function statementOf({ subject, predicateType }: LegacyOptions) {
  return {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: predicateType ?? 'https://spdx.dev/Document',
    subject: [{ name: 'payments', digest: { sha256: subject.slice(7) } }],
    predicate: { spdxVersion: 'SPDX-2.3', packages: [{}] },
  };
}

async function logBundle(
  lab: SigstoreLab,
  made: Made,
  options: LegacyOptions,
): Promise<string> {
  const proposed = options.attestation
    ? attestationEntry({ ...made, pem: options.loggedPem ?? made.pem }, options)
    : hashedRekord({ ...made, pem: options.loggedPem ?? made.pem });
  const entry = await lab.logEntry(proposed, options.signedAfterMs);
  const { body, integratedTime, logIndex, logID } = entry;
  return JSON.stringify({
    SignedEntryTimestamp: entry.verification?.signedEntryTimestamp,
    Payload: { body, integratedTime, logIndex, logID },
  });
}

const hash = (value: string) => ({ algorithm: 'sha256', value });

export function hashedRekord({ payload, signature, pem }: Made) {
  return {
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: {
      data: { hash: hash(sha256(payload)) },
      signature: {
        content: base64(signature),
        publicKey: { content: base64(pem) },
      },
    },
  };
}

function attestationEntry(
  { payload, signature, pem }: Made,
  { entry = 'dsse/0.0.1' }: LegacyOptions,
) {
  const [kind, apiVersion] = entry.split('/');
  const envelope = JSON.parse(payload.toString());
  const payloadHash = hash(sha256(Buffer.from(envelope.payload, 'base64')));
  const specs = {
    'dsse/0.0.1': {
      envelopeHash: hash(sha256(payload)),
      payloadHash,
      signatures: [{ signature: base64(signature), verifier: base64(pem) }],
    },
    'intoto/0.0.1': {
      content: { hash: hash(sha256(payload)), payloadHash },
      publicKey: base64(pem),
    },
    'intoto/0.0.2': {
      content: {
        hash: hash(sha256(payload)),
        payloadHash,
        envelope: {
          payloadType: envelope.payloadType,
          signatures: [
            { sig: base64(base64(signature)), publicKey: base64(pem) },
          ],
        },
      },
    },
  };
  return { apiVersion, kind, spec: specs[entry] };
}
