import {
  Evidence,
  EvidenceFormat,
} from 'backstage-plugin-chart-provenance-common';
import { VerifiedEvidence } from '../store';
import { materialHashOf } from '../verification';
import { ChartIdentity } from '../walk/types';
import { Verifier } from './Verifier';

/** Enough for every thread to have work; a chart with thousands of signatures must not keep all others waiting. */
const AT_A_TIME = 8;

/** Evidence to verify. */
export interface Verifiable {
  evidence: Evidence;
  bytes?: Uint8Array | null;
  /** What the chart it is about says it is. */
  chart?: ChartIdentity;
}

/**
 * Verifies evidence, in its order. Evidence that has nothing to verify has no outcomes and is done; a bundle whose bytes are missing is
 * left out, and so waits for them.
 *
 * @throws VerifierUnavailableError when there is nobody to verify it; nothing is known then.
 */
export async function verifyEvidence(
  items: readonly Verifiable[],
  verifier: Verifier,
): Promise<VerifiedEvidence[]> {
  const verified: VerifiedEvidence[] = [];
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    const some = items.slice(at, at + AT_A_TIME);
    const outcomes = some.map(item => verifyOne(item, verifier));
    verified.push(...(await Promise.all(outcomes)).flatMap(one => one ?? []));
  }
  return verified;
}

async function verifyOne(
  { evidence, bytes, chart }: Verifiable,
  verifier: Verifier,
): Promise<VerifiedEvidence | undefined> {
  const { subject, digest, format } = evidence;
  if (!isVerifiable(evidence) && !(bytes && isReadable(evidence))) {
    const materialHash = materialHashOf(verifier);
    return { subject, digest, materialHash, verifications: [] };
  }
  if (!bytes) {
    return undefined;
  }
  const input = { evidence: digest, format, bytes, subject, chart };
  return { subject, digest, ...(await verifier.verify(input)) };
}

const VERIFIABLE: ReadonlySet<EvidenceFormat> = new Set([
  'sigstore-bundle-v0.1',
  'sigstore-bundle-v0.2',
  'sigstore-bundle-v0.3',
  'cosign-legacy',
  'helm-provenance',
  'notation',
]);

/** What could not be decoded says why itself. */
function isVerifiable({ format, problem }: Evidence): boolean {
  return VERIFIABLE.has(format) && problem === undefined;
}

/** An SBOM that nobody signed proves nothing, but can be read. */
function isReadable({ kind, format, problem }: Evidence): boolean {
  return kind === 'sbom' && format === 'raw' && problem === undefined;
}
