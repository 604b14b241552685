import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import { MAX_SUBJECTS, STATEMENT_LIMITS } from './bounds';
import { statementSchema } from './statementSchema';

/** What an envelope's payload says. Nothing in it is proven until the envelope's signature is. */
export interface Statement {
  predicateType: string;
  /** `sha256:…` and `sha512:…` of every subject. */
  subjects: string[];
  predicate: unknown;
}

const IN_TOTO = 'application/vnd.in-toto+json';

/**
 * Reads the signed payload of a DSSE envelope.
 *
 * @throws EvidenceError `unsupported-format` when it is no in-toto statement, `evidence-too-large`.
 */
export function openStatement(envelope: {
  payloadType: string;
  payload: Uint8Array;
}): Statement {
  if (envelope.payloadType !== IN_TOTO) {
    throw new EvidenceError(
      'unsupported-format',
      `The signed payload has type ${envelope.payloadType.slice(
        0,
        100,
      )}; ${IN_TOTO} is expected.`,
    );
  }
  const json = parseJson(
    envelope.payload,
    STATEMENT_LIMITS,
    'The signed statement',
    'unsupported-format',
  );
  const parsed = statementSchema.safeParse(json);
  if (!parsed.success) {
    throw tooManySubjects(json)
      ? new EvidenceError(
          'evidence-too-large',
          `The signed statement names more than ${MAX_SUBJECTS} subjects.`,
        )
      : new EvidenceError(
          'unsupported-format',
          'The signed payload is not an in-toto statement of version 1 or 0.1.',
          parsed.error,
        );
  }
  const { predicateType, subject, predicate } = parsed.data;
  return { predicateType, predicate, subjects: subject.flatMap(toDigests) };
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

function tooManySubjects(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    'subject' in json &&
    Array.isArray(json.subject) &&
    json.subject.length > MAX_SUBJECTS
  );
}
