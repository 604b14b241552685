import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { openNotation } from './openNotation';

/**
 * Says what keeps a Notation signature from being verified, if anything does. Not judged: anybody can write one.
 *
 * @returns the evidence, with a `problem` when the signature cannot be read; never throws for its contents.
 * @internal
 */
export function decodeNotation(
  evidence: Evidence,
  bytes: Uint8Array,
): Evidence {
  try {
    openNotation(bytes, evidence.mediaType);
    return evidence;
  } catch (error) {
    if (error instanceof EvidenceError) {
      const { code, message } = error;
      return { ...evidence, problem: { code, message } };
    }
    throw error;
  }
}
