import { setImmediate } from 'node:timers/promises';
import {
  Evidence,
  EvidenceFormat,
} from 'backstage-plugin-chart-provenance-common';
import { VerifiedEvidence } from '../store';
import { ChartIdentity } from '../walk/types';
import { materialHashOf } from './materialHashOf';
import { Verifier } from './Verifier';

/** Evidence to verify. */
export interface Verifiable {
  evidence: Evidence;
  bytes?: Uint8Array | null;
  /** What the chart it is about says it is. */
  chart?: ChartIdentity;
}

/**
 * Verifies evidence one by one, letting other work in between. Evidence that has nothing to verify has no outcomes and is
 * done; a bundle whose bytes are missing is left out, and so waits for them.
 */
export async function verifyEvidence(
  items: readonly Verifiable[],
  verifier: Verifier,
): Promise<VerifiedEvidence[]> {
  const verified: VerifiedEvidence[] = [];
  for (const { evidence, bytes, chart } of items) {
    const outcome = {
      subject: evidence.subject,
      digest: evidence.digest,
      materialHash: materialHashOf(verifier),
    };
    if (!isVerifiable(evidence)) {
      verified.push({ ...outcome, verifications: [] });
    } else if (bytes) {
      const verifications = await verifier.verify({
        evidence: evidence.digest,
        format: evidence.format,
        bytes,
        subject: evidence.subject,
        chart,
      });
      verified.push({ ...outcome, verifications });
      await setImmediate();
    }
  }
  return verified;
}

const VERIFIABLE: ReadonlySet<EvidenceFormat> = new Set([
  'sigstore-bundle-v0.3',
  'cosign-legacy',
  'helm-provenance',
]);

/** What could not be decoded says why itself. */
function isVerifiable({ format, problem }: Evidence): boolean {
  return VERIFIABLE.has(format) && problem === undefined;
}
