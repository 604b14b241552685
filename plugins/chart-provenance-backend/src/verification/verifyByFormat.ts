import { Verification } from 'backstage-plugin-chart-provenance-common';
import { verifyProvenanceFile } from './provenanceFile';
import { TrustMaterialSet } from './trust/TrustMaterialSet';
import { VerifyInput } from './types';
import { verifyEvidence } from './verifyEvidence';

const UNREAD_CHART = { name: '', version: '', chartLayerDigest: null };

/** Verifies each format in its own way. A format that is not verified at all has no outcomes. */
export async function verifyByFormat(
  input: VerifyInput,
  materials: TrustMaterialSet,
): Promise<Verification[]> {
  switch (input.format) {
    case 'sigstore-bundle-v0.3':
    case 'cosign-legacy':
      return verifyEvidence(input, materials);
    case 'helm-provenance':
      return verifyProvenanceFile(
        { ...input, chart: input.chart ?? UNREAD_CHART },
        materials.keyrings,
      );
    default:
      return [];
  }
}
