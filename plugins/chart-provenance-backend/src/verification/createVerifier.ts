import { Verification } from 'backstage-plugin-chart-provenance-common';
import { TrustMaterialSet } from './trust/TrustMaterialSet';
import { VerifyInput } from './types';
import { verifyByFormat } from './verifyByFormat';
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
   * One outcome for each piece of trust material that could have made it, roots first, in the order they were configured. Free of
   * I/O: its result depends on the input and the trust material only. Never rejects.
   */
  verify(input: VerifyInput): Promise<Verification[]>;
}

/** @internal */
export function createVerifier(materials: TrustMaterialSet): EvidenceVerifier {
  return {
    version: verifierVersion(),
    materials,
    verify: input => verifyByFormat(input, materials),
  };
}
