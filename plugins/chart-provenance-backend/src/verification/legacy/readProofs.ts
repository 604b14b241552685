import { X509Certificate } from 'node:crypto';
import { Bundle } from '@sigstore/bundle';
import { parseJson } from '../../evidence';
import { NotProven } from '../outcome/NotProven';
import { logBundleSchema, logBodySchema, timestampSchema } from './schema';

/** What a layer's annotations say about its signature. */
export interface LayerProofs {
  /** Empty for an envelope, which carries its own. */
  signature: Buffer;
  /** DER. */
  certificate?: Buffer;
  logEntries: Bundle['verificationMaterial']['tlogEntries'];
  /** DER of RFC 3161 responses. */
  timestamps: Buffer[];
}

/**
 * Where cosign keeps the proofs. `dev.sigstore.cosign/chain` is left out on purpose: whoever pushes writes it, and a chain is trusted
 * by the root the operator configured or not at all.
 *
 * @see https://github.com/sigstore/cosign/blob/v2.6.4/specs/SIGNATURE_SPEC.md
 */
const ANNOTATION = {
  signature: 'dev.cosignproject.cosign/signature',
  certificate: 'dev.sigstore.cosign/certificate',
  logBundle: 'dev.sigstore.cosign/bundle',
  timestamp: 'dev.sigstore.cosign/rfc3161timestamp',
};

const LIMITS = { maxBytes: 64 * 1024, maxDepth: 8, maxNodes: 100 };

/** A PEM block and nothing else. A public key here is no certificate (GHSA-fx35-mq7g-6g98). */
const ONE_CERTIFICATE =
  /^\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;

/**
 * Reads the annotations of one layer.
 *
 * @throws NotProven `bad-signature` for what is written wrongly, EvidenceError `evidence-too-large`.
 */
export function readProofs(annotations: Record<string, string>): LayerProofs {
  const certificate = annotations[ANNOTATION.certificate];
  const logBundle = annotations[ANNOTATION.logBundle];
  const timestamp = annotations[ANNOTATION.timestamp];
  return {
    signature: Buffer.from(annotations[ANNOTATION.signature] ?? '', 'base64'),
    certificate: certificate ? readCertificate(certificate) : undefined,
    logEntries: logBundle ? [readLogBundle(logBundle)] : [],
    timestamps: timestamp ? [readTimestamp(timestamp)] : [],
  };
}

function readCertificate(pem: string): Buffer {
  return orNotProven('certificate', () => {
    if (!ONE_CERTIFICATE.test(pem)) {
      throw new Error('not one certificate');
    }
    return new X509Certificate(pem).raw;
  });
}

function readLogBundle(text: string): LayerProofs['logEntries'][number] {
  const json = parse(text, 'The log entry');
  return orNotProven('log entry', () => {
    const { SignedEntryTimestamp, Payload } = logBundleSchema.parse(json);
    const { kind, apiVersion } = logBodySchema.parse(
      parse(Payload.body, 'The body of the log entry'),
    );
    return {
      logIndex: String(Payload.logIndex),
      logId: { keyId: Buffer.from(Payload.logID, 'hex') },
      kindVersion: { kind, version: apiVersion },
      integratedTime: String(Payload.integratedTime),
      inclusionPromise: { signedEntryTimestamp: SignedEntryTimestamp },
      inclusionProof: undefined,
      canonicalizedBody: Payload.body,
    };
  });
}

function readTimestamp(text: string): Buffer {
  const json = parse(text, 'The timestamp');
  return orNotProven(
    'timestamp',
    () => timestampSchema.parse(json).SignedRFC3161Timestamp,
  );
}

function parse(text: string | Buffer, what: string): unknown {
  return parseJson(Buffer.from(text), LIMITS, what, 'bad-signature');
}

function orNotProven<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new NotProven(
      'bad-signature',
      `The ${what} beside the signature cannot be read.`,
      cause,
    );
  }
}
