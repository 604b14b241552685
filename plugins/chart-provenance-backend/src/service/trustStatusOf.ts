import { IndexStatus } from 'backstage-plugin-chart-provenance-common';
import { EvidenceVerifier } from '../verification';

/** What the verifier knows of itself, for the status. */
export type TrustStatus = Pick<IndexStatus, 'trust' | 'verifierVersion'>;

/** The state of the trust material as of `now`. */
export function trustStatusOf(
  verifier: Pick<EvidenceVerifier, 'materials' | 'version'>,
  now: Date,
): TrustStatus {
  return {
    trust: verifier.materials
      .states(now)
      .map(({ id, kind, ok, detail }) => ({ id, kind, ok, detail })),
    verifierVersion: verifier.version,
  };
}
