import { PolicyError, VerificationError } from '@sigstore/verify';
import { EvidenceError } from '../../evidence';
import { NotProven } from './NotProven';

/**
 * Every throw means "not proven", and gets a closed code. What the verifier writes into messages may hold text of the
 * publisher's, so it is not repeated.
 */
export function mapFailure(error: unknown): NotProven {
  if (error instanceof NotProven) {
    return error;
  }
  if (error instanceof EvidenceError) {
    return new NotProven(error.code, error.message, error);
  }
  if (error instanceof VerificationError || error instanceof PolicyError) {
    return mapVerifierError(error);
  }
  return new NotProven(
    'verifier-failed',
    'The verifier could not read the bundle to its end.',
    error,
  );
}

function mapVerifierError(error: VerificationError | PolicyError): NotProven {
  const because = (code: NotProven['code'], message: string) =>
    new NotProven(code, message, error);
  switch (error.code) {
    case 'TIMESTAMP_ERROR':
      return because(
        'timestamp-missing',
        'No log or timestamp authority of this root proves when it was signed.',
      );
    case 'TLOG_ERROR':
    case 'TLOG_MISSING_INCLUSION_ERROR':
    case 'TLOG_INCLUSION_PROOF_ERROR':
    case 'TLOG_INCLUSION_PROMISE_ERROR':
      return because(
        'log-proof-missing',
        'No transparency log of this root proves that the signature was logged.',
      );
    case 'TLOG_BODY_ERROR':
      return because(
        'bad-signature',
        'The log entry is for other content than the bundle holds.',
      );
    case 'SIGNATURE_ERROR':
      return because(
        'bad-signature',
        'The signature does not match what it should have signed.',
      );
    case 'CERTIFICATE_ERROR':
      return mapCertificateError(error);
    case 'PUBLIC_KEY_ERROR':
      return because('untrusted-key', 'The key did not count at that time.');
    default:
      return because('verifier-failed', 'The verifier gave up.');
  }
}

function mapCertificateError(error: Error): NotProven {
  // The verifier has one code for both; these messages hold no text of the publisher's, and a test pins them.
  return /\bSCTs?\b/.test(error.message)
    ? new NotProven(
        'log-proof-missing',
        'No certificate log of this root proves that the certificate was logged.',
        error,
      )
    : new NotProven(
        'untrusted-root',
        'The certificate does not lead to this root.',
        error,
      );
}
