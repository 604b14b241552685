import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { decodeNotation } from '../notation';
import { release } from '../release';
import { openFrame } from './openBundle';
import { readStatementHeader } from './openStatement';
import { kindOfPredicate } from './predicateTypes';

/**
 * Adds what the bundle itself says: kind and predicate type come from the payload that is signed, not from annotations. Not
 * judged: anybody can write a payload. A predicate is not parsed: it is read where it is verified.
 *
 * @returns the evidence with a `problem` when the bundle cannot be read; never throws for its contents.
 * @internal
 */
export function decodeBundle(evidence: Evidence, bytes: Uint8Array): Evidence {
  if (evidence.format === 'notation') {
    return decodeNotation(evidence, bytes);
  }
  try {
    const { format, bundle } = openFrame(bytes);
    if (bundle.content.$case !== 'dsseEnvelope') {
      return { ...evidence, format, kind: 'signature' };
    }
    const { dsseEnvelope } = bundle.content;
    const { predicateType } = readStatementHeader(dsseEnvelope);
    release(dsseEnvelope.payload);
    return {
      ...evidence,
      format,
      kind: kindOfPredicate(predicateType),
      predicateType,
    };
  } catch (error) {
    if (error instanceof EvidenceError) {
      const { code, message } = error;
      return { ...evidence, problem: { code, message } };
    }
    throw error;
  }
}
