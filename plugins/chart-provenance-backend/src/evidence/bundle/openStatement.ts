import { EvidenceError } from '../EvidenceError';
import { member } from '../json/member';
import { parseJson, parseScanned, scanWithin } from '../json/parseJson';
import { Span } from '../json/JsonScan';
import { HEADER_LIMITS, MAX_SUBJECTS, STATEMENT_LIMITS } from './bounds';
import { headerSchema } from './statementSchema';

/** What a statement says it is about. */
export interface StatementHeader {
  predicateType: string;
  /** `sha256:…` and `sha512:…` of every subject. */
  subjects: string[];
}

/** What an envelope's payload says. Nothing in it is proven until the envelope's signature is. */
export interface Statement extends StatementHeader {
  predicate: unknown;
}

/** An envelope without its signature. */
export interface SignedPayload {
  payloadType: string;
  payload: Uint8Array;
}

const IN_TOTO = 'application/vnd.in-toto+json';
const WHAT = 'The signed statement';
const OTHER = 'unsupported-format';

/**
 * Reads the signed payload of a DSSE envelope.
 *
 * @throws EvidenceError `unsupported-format` when it is no in-toto statement, `evidence-too-large`.
 */
export function openStatement(envelope: SignedPayload): Statement {
  const header = readStatementHeader(envelope);
  const json = parseScanned(envelope.payload, WHAT, OTHER);
  return { ...header, predicate: member(json, 'predicate') };
}

/**
 * Reads what a statement is about, and passes over its predicate: of an SBOM that is all but a few bytes. That all of it is well-formed
 * is not said.
 *
 * @throws EvidenceError as `openStatement` does.
 */
export function readStatementHeader({
  payloadType,
  payload,
}: SignedPayload): StatementHeader {
  if (payloadType !== IN_TOTO) {
    throw new EvidenceError(
      OTHER,
      `The signed payload has type ${payloadType.slice(
        0,
        100,
      )}; ${IN_TOTO} is expected.`,
    );
  }
  const { members } = scanWithin(payload, STATEMENT_LIMITS, WHAT, OTHER);
  const read = (name: string) => readMember(payload, members.get(name));
  const subject = read('subject');
  const parsed = headerSchema.safeParse({
    _type: read('_type'),
    predicateType: read('predicateType'),
    subject,
  });
  if (!parsed.success) {
    throw Array.isArray(subject) && subject.length > MAX_SUBJECTS
      ? new EvidenceError(
          'evidence-too-large',
          `The signed statement names more than ${MAX_SUBJECTS} subjects.`,
        )
      : new EvidenceError(
          OTHER,
          'The signed payload is not an in-toto statement of version 1 or 0.1.',
          parsed.error,
        );
  }
  return {
    predicateType: parsed.data.predicateType,
    subjects: parsed.data.subject.flatMap(toDigests),
  };
}

function readMember(payload: Uint8Array, span: Span | undefined): unknown {
  return (
    span &&
    parseJson(
      payload.subarray(span.start, span.end),
      HEADER_LIMITS,
      WHAT,
      OTHER,
    )
  );
}

function toDigests({
  digest,
}: {
  digest: { sha256?: string; sha512?: string };
}): string[] {
  return [
    /^[0-9a-f]{64}$/.test(digest.sha256 ?? '') ? `sha256:${digest.sha256}` : '',
    /^[0-9a-f]{128}$/.test(digest.sha512 ?? '')
      ? `sha512:${digest.sha512}`
      : '',
  ].filter(Boolean);
}
