import {
  builtHere,
  byGenerator,
  byWorkflow,
  byWorkflowSigned,
  fromGenerator,
  KEY_AND_GENERATOR,
  requiring,
  slsa,
  SOURCE,
  withBuilders,
} from './attestations';
import {
  asksKey,
  asksKeyless,
  byKey,
  keyless,
  proven,
  SLSA,
  SPDX,
} from './judgeInputs';
import { good, Row, sbom, sbomByOther, signedByKey } from './signatures';

const rows: [string, Row[1]][] = [
  [
    'an SBOM by whom the requirement names, beside a signature by another',
    {
      items: [good, proven(byKey, 'a1', { predicateType: SPDX })],
      chart: requiring({ type: SPDX, anyOf: [asksKey] }),
    },
  ],
  [
    'an SBOM by the second alternative of the requirement',
    {
      items: [good, sbom],
      chart: requiring({ type: SPDX, anyOf: [asksKey, asksKeyless] }),
    },
  ],
  [
    'a good SBOM beside those of strangers',
    { items: [good, sbomByOther, sbom], chart: requiring({ type: SPDX }) },
  ],
  [
    'provenance as GitHub’s attest action writes it',
    {
      items: [byWorkflowSigned, slsa(byWorkflow, 'a2', builtHere)],
      chart: requiring({ type: SLSA }),
    },
  ],
  [
    'provenance under a certificate from before there was a build signer',
    {
      items: [good, slsa(keyless, 'a3', builtHere)],
      chart: requiring({ type: SLSA }),
    },
  ],
  [
    'provenance of the generator, and a key that signs: the generator proves the source',
    {
      items: [signedByKey, slsa(byGenerator, 'a4', fromGenerator)],
      chart: KEY_AND_GENERATOR,
    },
  ],
  [
    'a runner as the builder, as GitLab has it, that the policy lists',
    {
      items: [
        byWorkflowSigned,
        slsa(byWorkflow, 'a5', {
          builderId: 'https://gitlab.com/acme/payments/-/runners/7',
        }),
      ],
      chart: withBuilders(['https://gitlab.com/acme/payments/-/runners/7']),
    },
  ],
  [
    'provenance by a key, whatever builder it names',
    {
      items: [
        signedByKey,
        slsa(byKey, 'a6', { builderId: 'x', source: SOURCE }),
      ],
      chart: requiring({ type: SLSA }, [asksKey]),
    },
  ],
  [
    'a good provenance beside one from elsewhere',
    {
      items: [
        byWorkflowSigned,
        slsa(byWorkflow, 'a7', { ...builtHere, builderId: 'x' }),
        slsa(byWorkflow, 'a8', builtHere),
      ],
      chart: requiring({ type: SLSA }),
    },
  ],
  [
    'an old cosign layer that attests',
    {
      items: [
        good,
        {
          ...sbom,
          evidence: { ...sbom.evidence, format: 'cosign-legacy' },
        },
      ],
      chart: requiring({ type: SPDX }),
    },
  ],
];

/** What is attested as it is asked for. */
export const attestedRows: Row[] = rows.map(([what, overrides]) => [
  what,
  overrides,
  'verified',
  ['policy-met'],
]);
