import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { decodeBundle } from './bundle/decodeBundle';
import { decodePayload } from './cosign/decodeLayer';

/**
 * Adds what the contents of evidence say of themselves: a bundle, a Notation signature, or the payload of a cosign layer. Not judged:
 * anybody can write one. Hostile bytes of megabytes may take tens of milliseconds.
 *
 * @returns the evidence with a `problem` when its contents cannot be read; never throws for them.
 * @internal
 */
export function decodeContents(
  evidence: Evidence,
  bytes: Uint8Array,
): Evidence {
  return evidence.format === 'cosign-legacy'
    ? decodePayload(evidence, bytes)
    : decodeBundle(evidence, bytes);
}
