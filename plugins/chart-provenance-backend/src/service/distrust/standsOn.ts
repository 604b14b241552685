import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';

/**
 * Does a consumer run the version, or want it? By its bytes where they are recorded; where they are not, a version of the same name may be it,
 * and whoever looks for what a leaked key reaches wants to know. What is still taken from the legacy repository has no such bytes.
 */
export function standsOn(
  { from, runs, wants }: ConsumerRow,
  { digest, version }: { digest: string; version: string },
): boolean {
  if (runs?.digest === digest || wants.digest === digest) {
    return true;
  }
  if (from === 'legacy') {
    return false;
  }
  const runsUnrecorded = runs !== null && runs.digest === null;
  return (
    (runsUnrecorded && runs.version === version) ||
    (wants.digest === null && wants.version === version)
  );
}
