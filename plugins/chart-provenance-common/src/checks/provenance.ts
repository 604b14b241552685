import { attachedCheck } from './attachedCheck';
import { unknownBecause } from './outcomes';
import type { ChartCheck } from './types';

/** Supported versions, and whatever runs, have provenance from the expected source. */
export const provenance: ChartCheck = {
  id: 'provenance',
  group: 'sign',
  claim:
    'Supported versions have provenance that binds them to the source they must come from.',
  why: 'A signature says who; provenance says from which repository, commit and build.',
  responsible: 'owner',
  scope: 'version',
  find(known) {
    const found = attachedCheck(
      {
        proven: one => one.provenanceProven,
        noun: 'provenance statement',
        proof: 'bound to the expected source',
        nextAction:
          'Attest SLSA provenance in the pipeline, from the repository that is expected, and release a new version.',
      },
      known,
    );
    return known.facts.expectedSource === null && found.status !== 'fail'
      ? unknownBecause({
          message: 'Nobody has said from which source this chart has to come.',
          fix: 'The operator names the source in the rule of the chart.',
          responsible: 'platform',
        })
      : found;
  },
};
