import {
  Evidence,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import {
  EvidenceTableRow,
  isRecordOf,
  parseColumn,
  VerificationRow,
} from './rows';

/**
 * The evidence of a row. Of one that was damaged, or was given what is another's, nothing is known but that something is attached which could
 * not be read: never nothing.
 */
export function storedEvidenceOf({
  evidence: text,
  digest,
  subject,
}: Pick<EvidenceTableRow, 'evidence' | 'digest' | 'subject'>): Evidence {
  const evidence = parseColumn(text);
  return isEvidenceOf(evidence, digest, subject)
    ? evidence
    : {
        digest,
        subject,
        kind: 'unknown',
        format: 'unknown',
        mediaType: '',
        problem: {
          code: 'verifier-failed',
          message: 'What is stored of this evidence is damaged.',
        },
      };
}

/** Can the row be read? What is proven about evidence counts only together with what it is: distrust may name either. */
export function isIntact({
  evidence,
  digest,
  subject,
}: Pick<EvidenceTableRow, 'evidence' | 'digest' | 'subject'>): boolean {
  return isEvidenceOf(parseColumn(evidence), digest, subject);
}

/** The outcome of a row; null for one that was damaged, or was given what is another's: it proves nothing. */
export function storedVerificationOf({
  verification: text,
  digest,
  trust,
}: Pick<
  VerificationRow,
  'verification' | 'digest' | 'trust'
>): Verification | null {
  const verification = parseColumn(text);
  return isVerificationOf(verification, digest, trust) ? verification : null;
}

function isEvidenceOf(
  value: unknown,
  digest: string,
  subject: string,
): value is Evidence {
  return isRecordOf(value, {
    digest: each => each === digest,
    subject: each => each === subject,
    kind: isText,
    format: isText,
    mediaType: isText,
  });
}

function isVerificationOf(
  value: unknown,
  digest: string,
  trust: string,
): value is Verification {
  return isRecordOf(value, {
    evidence: each => each === digest,
    trust: each => each === trust,
    outcome: each => each === 'proven' || each === 'failed',
  });
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
