import { EvidenceError } from '../EvidenceError';

/** A provenance file that nothing can be proven of. The sentence must not repeat what the publisher wrote. */
export function malformed(why: string, cause?: unknown): EvidenceError {
  return new EvidenceError(
    'bad-signature',
    `The provenance file is not one that Helm writes: ${why}`,
    cause,
  );
}
