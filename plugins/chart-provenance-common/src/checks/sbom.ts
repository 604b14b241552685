import { attachedCheck } from './attachedCheck';
import type { ChartCheck } from './types';

/** Supported versions, and whatever runs, have an SBOM that can be believed. */
export const sbom: ChartCheck = {
  id: 'sbom',
  group: 'sign',
  claim: 'Supported versions have an SBOM that their signer vouches for.',
  why: 'Whether a vulnerable package is in what runs is otherwise found out by unpacking it.',
  responsible: 'owner',
  scope: 'version',
  find(known) {
    return attachedCheck(
      {
        proven: one => one.sbomProven,
        noun: 'SBOM',
        proof: 'vouched for by the signer',
        nextAction:
          'Attest an SBOM in the pipeline, as the signer of the release (cosign attest), and release a new version.',
      },
      known,
    );
  },
};
