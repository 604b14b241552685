import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { JsonLimits, scanJson } from './scanJson';

/**
 * Parses strict UTF-8 JSON within limits.
 *
 * @param what - names the text in messages, e.g. `The bundle`.
 * @param malformed - the code for what is not JSON.
 * @throws EvidenceError with `evidence-too-large` before parsing anything that exceeds a limit.
 */
export function parseJson(
  bytes: Uint8Array,
  limits: JsonLimits,
  what: string,
  malformed: ReasonCode,
): unknown {
  const exceeded = scanJson(bytes, limits);
  if (exceeded) {
    throw new EvidenceError('evidence-too-large', `${what} is ${exceeded}.`);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new EvidenceError(malformed, `${what} is not JSON text.`, cause);
  }
}
