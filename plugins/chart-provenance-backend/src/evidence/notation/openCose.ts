import { EvidenceError } from '../EvidenceError';
import { MAX_ENVELOPE_BYTES, SIGNED_LIMITS } from './bounds';
import { CborMap, CborReader, CborValue } from './CborReader';
import { checkHeaders } from './checkHeaders';
import { checkSizes } from './checkSizes';
import { TIMESTAMP_SIGNATURE } from './headers';
import { malformed } from './malformed';
import { NotationAlgorithm, NotationEnvelope } from './NotationEnvelope';
import { readPayload } from './readPayload';
import { signatureStructure } from './signatureStructure';

/** COSE_Sign1. */
const TAG_SIGN1 = 18;
/** Seconds since 1970. */
const TAG_TIME = 1;
const ALGORITHM = 1;
const CRITICAL = 2;
const CONTENT_TYPE = 3;
const X5CHAIN = 33;

/** @see https://www.iana.org/assignments/cose/cose.xhtml#algorithms */
const ALGORITHMS: ReadonlyMap<CborValue | undefined, NotationAlgorithm> =
  new Map<CborValue, NotationAlgorithm>([
    [-37, 'PS256'],
    [-38, 'PS384'],
    [-39, 'PS512'],
    [-7, 'ES256'],
    [-35, 'ES384'],
    [-36, 'ES512'],
  ]);

/**
 * Takes a COSE envelope apart.
 *
 * @throws EvidenceError `evidence-too-large` before anything that exceeds a limit is parsed; `bad-signature`; `unsupported-format`.
 * @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/signature-envelope-cose.md
 * @internal
 */
export function openCose(bytes: Uint8Array): NotationEnvelope {
  withinBytes(MAX_ENVELOPE_BYTES, bytes);
  const [headers, beside, payload, signature] = partsOf(bytes);
  withinBytes(SIGNED_LIMITS.maxBytes, headers);
  const timestamp = beside.get(TIMESTAMP_SIGNATURE);
  const raw = {
    certificates: chainIn(beside),
    signature,
    ...(timestamp !== undefined && { timestamp: bytesOf(timestamp) }),
  };
  checkSizes(raw);
  return {
    syntax: 'cose',
    ...readHeaders(headers),
    target: readPayload(payload),
    ...raw,
    signedBytes: signatureStructure(headers, payload),
  };
}

function withinBytes(limit: number, { length }: Uint8Array): void {
  if (length > limit) {
    throw new EvidenceError(
      'evidence-too-large',
      `The Notation signature has a part of ${length} bytes; at most ${limit} are read.`,
    );
  }
}

function partsOf(bytes: Uint8Array): [Buffer, CborMap, Buffer, Buffer] {
  const message = CborReader.read(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  const parts = isTag(message, TAG_SIGN1) ? message.value : undefined;
  if (!Array.isArray(parts) || parts.length !== 4) {
    throw malformed('it is no COSE message with one signature.');
  }
  const [headers, beside, payload, signature] = parts;
  return [
    bytesOf(headers),
    mapOf(beside),
    bytesOf(payload),
    bytesOf(signature),
  ];
}

function readHeaders(bytes: Buffer): ReturnType<typeof checkHeaders> {
  const headers = mapOf(CborReader.read(bytes));
  const named = new Map<unknown, unknown>(headers);
  [ALGORITHM, CRITICAL, CONTENT_TYPE].forEach(label => named.delete(label));
  return checkHeaders({
    algorithm: ALGORITHMS.get(headers.get(ALGORITHM)),
    contentType: headers.get(CONTENT_TYPE),
    critical: headers.get(CRITICAL),
    named,
    timeOf,
  });
}

function timeOf(value: unknown): Date | undefined {
  const seconds = isTag(value, TAG_TIME) ? value.value : undefined;
  const at = new Date(typeof seconds === 'number' ? seconds * 1000 : NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function chainIn(beside: CborMap): Buffer[] {
  const chain = beside.get(X5CHAIN);
  if (!Array.isArray(chain)) {
    throw malformed('it has no certificates.');
  }
  return chain.map(bytesOf);
}

function isTag(
  value: unknown,
  tag: number,
): value is { tag: number; value: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tag' in value &&
    value.tag === tag
  );
}

function bytesOf(value: CborValue): Buffer {
  if (!Buffer.isBuffer(value)) {
    throw malformed('a part of it is not of the kind it should be.');
  }
  return value;
}

function mapOf(value: CborValue): CborMap {
  if (!(value instanceof Map)) {
    throw malformed('a part of it is not of the kind it should be.');
  }
  return value;
}
