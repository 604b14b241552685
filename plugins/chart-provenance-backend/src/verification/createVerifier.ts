import { Verification } from 'backstage-plugin-chart-provenance-common';
import { TrustMaterialSet } from './trust/TrustMaterialSet';
import { VerifyInput } from './types';
import { verifyEvidence } from './verifyEvidence';
import { verifierVersion } from './verifierVersion';

/**
 * Verifies evidence against every root and key, each on its own.
 *
 * @internal
 */
export interface EvidenceVerifier {
  /** Names everything but bytes and trust material that an outcome depends on; part of a verdict's key. */
  readonly version: string;
  readonly materials: TrustMaterialSet;
  /**
   * One outcome for each root and key, roots first, in the order they were configured. Synchronous, a pure function of the
   * input and the trust material; never throws.
   */
  verify(input: VerifyInput): Verification[];
}

/** @internal */
export function createVerifier(materials: TrustMaterialSet): EvidenceVerifier {
  return {
    version: verifierVersion(),
    materials,
    verify: input => verifyEvidence(input, materials),
  };
}
