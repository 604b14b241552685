import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { openBundle } from './openBundle';
import { kindOfPredicate } from './predicateTypes';

/**
 * Adds what the bundle itself says: kind and predicate type come from the payload that is signed, not from annotations. Not
 * judged: anybody can write a payload.
 *
 * @returns the evidence with a `problem` when the bundle cannot be read; never throws for its contents.
 * @internal
 */
export function decodeBundle(evidence: Evidence, bytes: Uint8Array): Evidence {
  try {
    const { format, statement } = openBundle(bytes);
    return statement
      ? {
          ...evidence,
          format,
          kind: kindOfPredicate(statement.predicateType),
          predicateType: statement.predicateType,
        }
      : { ...evidence, format, kind: 'signature' };
  } catch (error) {
    if (error instanceof EvidenceError) {
      const { code, message } = error;
      return { ...evidence, problem: { code, message } };
    }
    throw error;
  }
}
