import {
  createHash,
  generateKeyPairSync,
  KeyObject,
  randomInt,
  sign,
} from 'node:crypto';
import { dsse } from '@sigstore/core';
import {
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
} from '@sigstore/mock';
import { LoggedEntry, logEntryJson } from './logEntryJson';
import { trustedRootJson } from './trustedRootJson';

const FULCIO = '1.3.6.1.4.1.57264.1';
const STATEMENT = 'https://in-toto.io/Statement/v1';
const IN_TOTO = 'application/vnd.in-toto+json';
const MINUTE_MS = 60_000;

/** A bundle as plain JSON, to be tampered with. */
export interface BundleJson {
  mediaType: string;
  verificationMaterial: {
    certificate?: { rawBytes: string };
    publicKey?: { hint: string };
    tlogEntries: ReturnType<typeof logEntryJson>[];
    timestampVerificationData: {
      rfc3161Timestamps: { signedTimestamp: string }[];
    };
  };
  dsseEnvelope: {
    payloadType: string;
    payload: string;
    signatures: { sig: string; keyid?: string }[];
  };
}

/** What is to be signed, and how. */
export interface SignOptions {
  subject: string;
  predicateType?: string;
  predicate?: unknown;
  statement?: unknown;
  payloadType?: string;
  /** With a certificate for this subject alternative name, */
  san?: string;
  /** or with this key. */
  key?: { publicKey: KeyObject; privateKey: KeyObject };
  digest?: string;
  extensions?: { oid: string; value: string; legacy?: boolean }[];
  /** Milliseconds after issuance at which log and authority put the signature. */
  signedAfterMs?: number;
  /** PEM that the log entry names instead of the signer. */
  loggedPem?: string;
  /** Changes the certificate before it is used. */
  reissue?: (certificate: Buffer, caKey: KeyObject) => Buffer;
}

export const ISSUER = 'https://token.actions.githubusercontent.com';
export const WORKFLOW =
  'https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1.8.2';

export const newKey = (namedCurve = 'P-256') =>
  generateKeyPairSync('ec', { namedCurve });

export const pemOf = (key: KeyObject) =>
  key.export({ type: 'spki', format: 'pem' }).toString();

/** A whole Sigstore in memory: authority, certificate log, transparency log, timestamp authority. */
export class SigstoreLab {
  private readonly caKey = newKey('P-384');
  private readonly tsaKey = newKey('P-384');
  private readonly ctKey = newKey();
  private readonly logKey = newKey();
  // The certificates of the mock count from the moment they are made.
  private readonly start = new Date(
    Math.ceil(Date.now() / 1000) * 1000 + MINUTE_MS,
  );

  private ca?: Awaited<ReturnType<typeof initializeCA>>;
  trustedRoot: unknown;

  static async create(
    options = { certificateLog: true },
  ): Promise<SigstoreLab> {
    const lab = new SigstoreLab();
    const ctLog = await initializeCTLog(lab.ctKey, lab.start);
    lab.ca = await initializeCA(
      lab.caKey,
      options.certificateLog ? ctLog : undefined,
      lab.start,
    );
    lab.trustedRoot = trustedRootJson({
      ca: lab.ca,
      ctLog,
      log: await initializeTLog('https://rekor.lab.example', lab.logKey),
      tsa: await initializeTSA(lab.tsaKey, lab.start),
    });
    return lab;
  }

  async sign(options: SignOptions): Promise<BundleJson> {
    const signer = options.key ?? newKey();
    const certificate = options.key
      ? undefined
      : await this.issue(options, signer.publicKey);
    const payloadType = options.payloadType ?? IN_TOTO;
    const payload = Buffer.from(JSON.stringify(statementOf(options)));
    const signature = sign(
      options.digest ?? 'sha256',
      dsse.preAuthEncoding(payloadType, payload),
      signer.privateKey,
    );
    const pem =
      options.loggedPem ??
      (certificate ? certificatePem(certificate) : pemOf(signer.publicKey));
    return {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: {
        ...(certificate
          ? { certificate: { rawBytes: certificate.toString('base64') } }
          : { publicKey: { hint: hintOf(signer.publicKey) } }),
        tlogEntries: [await this.log(payload, signature, pem, options)],
        timestampVerificationData: {
          rfc3161Timestamps: [
            { signedTimestamp: await this.timestamp(signature, options) },
          ],
        },
      },
      dsseEnvelope: {
        payloadType,
        payload: payload.toString('base64'),
        signatures: [{ sig: signature.toString('base64') }],
      },
    };
  }

  async timestamp(
    signed: Buffer,
    { signedAfterMs = 2_000 }: { signedAfterMs?: number } = {},
  ): Promise<string> {
    const at = new Date(this.start.getTime() + signedAfterMs + 1_000);
    const tsa = await initializeTSA(this.tsaKey, at);
    const response = await tsa.timestamp({
      artifactHash: createHash('sha256').update(signed).digest(),
      hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
      policyOID: '1.3.6.1.4.1.57264.2',
      nonce: randomInt(1_000_000),
    });
    return Buffer.from(new Uint8Array(response.buffer)).toString('base64');
  }

  async issue(
    options: Omit<SignOptions, 'subject'>,
    key: KeyObject,
  ): Promise<Buffer> {
    const extension = (number: number, value: string, legacy = false) => ({
      oid: `${FULCIO}.${number}`,
      value,
      legacy,
    });
    const issued = await this.ca?.issueCertificate({
      publicKey: key.export({ type: 'spki', format: 'der' }),
      subjectAltName: options.san ?? WORKFLOW,
      extensions: options.extensions ?? [
        extension(1, ISSUER, true),
        extension(8, ISSUER),
        extension(9, WORKFLOW),
        extension(12, 'https://github.com/acme/payments'),
        extension(13, 'a'.repeat(40)),
        extension(14, 'refs/tags/v1.8.2'),
        extension(20, 'push'),
        extension(21, 'https://github.com/acme/payments/actions/runs/1'),
      ],
    });
    if (!issued) {
      throw new Error('no authority');
    }
    const der = Buffer.from(new Uint8Array(issued.buffer));
    return options.reissue?.(der, this.caKey.privateKey) ?? der;
  }

  private async log(
    payload: Buffer,
    signature: Buffer,
    pem: string,
    { signedAfterMs }: SignOptions,
  ) {
    const hash = (value: string) => ({ algorithm: 'sha256', value });
    const digest = createHash('sha256').update(payload).digest('hex');
    const proposed = {
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: {
        envelopeHash: hash(digest),
        payloadHash: hash(digest),
        signatures: [
          {
            signature: signature.toString('base64'),
            verifier: Buffer.from(pem).toString('base64'),
          },
        ],
      },
    };
    return logEntryJson(await this.logEntry(proposed, signedAfterMs));
  }

  /** Has the log take an entry, whatever it says. */
  async logEntry(
    proposed: object,
    signedAfterMs = 2_000,
  ): Promise<LoggedEntry> {
    const at = new Date(this.start.getTime() + signedAfterMs);
    const log = await initializeTLog(
      'https://rekor.lab.example',
      this.logKey,
      at,
    );
    const entries = await log.log(proposed);
    return Object.values<LoggedEntry>(entries)[0];
  }
}

function statementOf(options: SignOptions): unknown {
  const [algorithm, hex] = options.subject.split(':');
  return (
    options.statement ?? {
      _type: STATEMENT,
      subject: [{ digest: { [algorithm]: hex } }],
      predicateType:
        options.predicateType ?? 'https://sigstore.dev/cosign/sign/v1',
      predicate: options.predicate ?? {},
    }
  );
}

function hintOf(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('base64');
}

export function certificatePem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [
    '-----BEGIN CERTIFICATE-----',
    ...lines,
    '-----END CERTIFICATE-----',
    '',
  ].join('\n');
}

/** As it would lie in a registry. */
export function bytesOf(bundle: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(bundle));
}
