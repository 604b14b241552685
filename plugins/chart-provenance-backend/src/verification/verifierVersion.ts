import verifyPackage from '@sigstore/verify/package.json';
import { compareVersions } from './compareVersions';

/** Earlier ones trusted an unsigned `integratedTime` (CVE-2026-48816); old Node versions silently resolve old majors. */
const OLDEST_VERIFIER = '4.1.3';

/** Raised by one whenever the rules of this folder change an outcome. */
const RULES = 3;

/**
 * Names the code an outcome depends on, for the verdict's key.
 *
 * @internal
 */
export function verifierVersion(): string {
  return `chart-provenance/${RULES} @sigstore/verify/${verifyPackage.version}`;
}

/**
 * To be called at start-up: refuses to run on a verifier with known holes.
 *
 * @throws Error that names the version found and the oldest one accepted.
 * @internal
 */
export function assertVerifierVersion(
  found: string = verifyPackage.version,
): void {
  if (!(compareVersions(found, OLDEST_VERIFIER) >= 0)) {
    throw new Error(
      `@sigstore/verify ${found} is too old to judge signatures: ${OLDEST_VERIFIER} or newer is needed. Use Node 22.22.2, 24.15.0 or newer, and install again.`,
    );
  }
}
