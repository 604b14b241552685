import { setImmediate } from 'node:timers/promises';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { VerifiedEvidence } from '../store';
import { materialHashOf } from './materialHashOf';
import { Verifier } from './Verifier';

/** Evidence to verify. */
export interface Verifiable {
  evidence: Evidence;
  bytes?: Uint8Array | null;
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
  for (const { evidence, bytes } of items) {
    const outcome = {
      subject: evidence.subject,
      digest: evidence.digest,
      materialHash: materialHashOf(verifier),
    };
    if (!isVerifiable(evidence)) {
      verified.push({ ...outcome, verifications: [] });
    } else if (bytes) {
      const verifications = verifier.verify({
        evidence: evidence.digest,
        bytes,
        subject: evidence.subject,
      });
      verified.push({ ...outcome, verifications });
      await setImmediate();
    }
  }
  return verified;
}

/** Only Sigstore bundles of version 0.3 are; what could not be decoded says why itself. */
function isVerifiable({ format, problem }: Evidence): boolean {
  return format === 'sigstore-bundle-v0.3' && problem === undefined;
}
