import { IndexStatus } from 'backstage-plugin-chart-provenance-common';
import { EvidenceVerifier } from '../verification';

/** What the verifier knows of itself, for the status. */
export type TrustStatus = Pick<IndexStatus, 'trust' | 'verifierVersion'>;

/** How fresh the roots are that are refreshed, by id; the others are never stale. */
export type RefreshStates = ReadonlyMap<
  string,
  IndexStatus['trust'][number]['refresh']
>;

/** The state of the trust material as of `now`. */
export function trustStatusOf(
  verifier: Pick<EvidenceVerifier, 'materials' | 'version'>,
  refreshes: RefreshStates,
  now: Date,
): TrustStatus {
  return {
    trust: verifier.materials.states(now).map(({ id, kind, ok, detail }) => ({
      ...{ id, kind, ok, detail },
      refresh: kind === 'root' ? refreshes.get(id) ?? null : null,
    })),
    verifierVersion: verifier.version,
  };
}
