import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { JsonLimits, JsonScan } from './JsonScan';
import { scanJson } from './scanJson';

/**
 * Parses strict UTF-8 JSON within limits.
 *
 * @param what - names the text in messages, e.g. `The bundle`.
 * @param malformed - the code for what is not JSON, or names one member twice.
 * @throws EvidenceError with `evidence-too-large` before parsing anything that exceeds a limit.
 */
export function parseJson(
  bytes: Uint8Array,
  limits: JsonLimits,
  what: string,
  malformed: ReasonCode,
): unknown {
  scanWithin(bytes, limits, what, malformed);
  return parseScanned(bytes, what, malformed);
}

/**
 * Looks over a text without parsing it.
 *
 * @throws EvidenceError as `parseJson` does, but for what is not JSON.
 */
export function scanWithin(
  bytes: Uint8Array,
  limits: JsonLimits,
  what: string,
  malformed: ReasonCode,
  find?: readonly string[],
): JsonScan {
  const scan = scanJson(bytes, limits, find);
  if (scan.exceeded) {
    throw new EvidenceError(
      'evidence-too-large',
      `${what} is ${scan.exceeded}.`,
    );
  }
  if (scan.repeated !== undefined) {
    throw new EvidenceError(
      malformed,
      `${what} names a member twice; which of the two counts cannot be told.`,
    );
  }
  return scan;
}

/**
 * Parses a text that was looked over before.
 *
 * @throws EvidenceError `malformed`.
 */
export function parseScanned(
  bytes: Uint8Array,
  what: string,
  malformed: ReasonCode,
): unknown {
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
  } catch (cause) {
    throw new EvidenceError(malformed, `${what} is not JSON text.`, cause);
  }
}
