import { EvidenceError } from '../EvidenceError';

/** An envelope that nothing can be proven of. The sentence must not repeat what the publisher wrote. */
export function malformed(why: string, cause?: unknown): EvidenceError {
  return new EvidenceError(
    'bad-signature',
    `The Notation signature is not one that Notation writes: ${why}`,
    cause,
  );
}

/** An envelope that asks for what is not done here. */
export function unsupported(why: string): EvidenceError {
  return new EvidenceError(
    'unsupported-format',
    `The Notation signature cannot be checked here: ${why}`,
  );
}
