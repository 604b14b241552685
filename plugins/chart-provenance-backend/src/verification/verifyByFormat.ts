import { verifyNotation } from './notation';
import { verifyProvenanceFile } from './provenanceFile';
import { TrustMaterialSet } from './trust/TrustMaterialSet';
import { VerifyInput, VerifyOutcome } from './types';
import { verifyEvidence } from './verifyEvidence';
import { sbomOfBytes } from './verifySbom';

const UNREAD_CHART = { name: '', version: '', chartLayerDigest: null };

/** Verifies each format in its own way. A format that is not verified at all has no outcomes. */
export async function verifyByFormat(
  input: VerifyInput,
  materials: TrustMaterialSet,
): Promise<Omit<VerifyOutcome, 'materialHash'>> {
  switch (input.format) {
    case 'sigstore-bundle-v0.1':
    case 'sigstore-bundle-v0.2':
    case 'sigstore-bundle-v0.3':
    case 'cosign-legacy':
      return verifyEvidence(input, materials);
    case 'helm-provenance':
      return {
        verifications: await verifyProvenanceFile(
          { ...input, chart: input.chart ?? UNREAD_CHART },
          materials.keyrings,
        ),
      };
    case 'notation':
      return { verifications: verifyNotation(input, materials.stores) };
    case 'raw':
      return { verifications: [], sbom: sbomOfBytes(input.bytes) };
    default:
      return { verifications: [] };
  }
}
