import {
  builtHere,
  byGenerator,
  byWorkflow,
  byWorkflowSigned,
  fromGenerator,
  GENERATOR,
  KEY_AND_GENERATOR,
  requiring,
  slsa,
  SOURCE,
  withBuilders,
  WORKFLOW,
} from './attestations';
import {
  asksKey,
  asksKeyless,
  byKey,
  keyless,
  OTHER_DIGEST,
  policy,
  proven,
  SLSA,
  SPDX,
} from './judgeInputs';
import { distrust, good, Row, sbom, signedByKey } from './signatures';

const rows: [string, Row[1], Row[3][number]][] = [
  [
    'an SBOM by the signer, where another is asked for',
    { items: [good, sbom], chart: requiring({ type: SPDX, anyOf: [asksKey] }) },
    'missing-attestation',
  ],
  [
    'an SBOM by the right identity under another root',
    {
      items: [
        good,
        proven({ ...keyless, root: 'github' }, 'b1', { predicateType: SPDX }),
      ],
      chart: requiring({ type: SPDX, anyOf: [asksKeyless] }),
    },
    'missing-attestation',
  ],
  [
    'an SBOM that is said to be proven under another root than its signer’s',
    {
      items: [
        good,
        proven(keyless, 'd2', { predicateType: SPDX, trust: 'root:github' }),
      ],
      chart: requiring({ type: SPDX, anyOf: [asksKeyless] }),
    },
    'missing-attestation',
  ],
  [
    'an SBOM by the signer under another root',
    {
      items: [
        good,
        proven({ ...keyless, root: 'github' }, 'b2', { predicateType: SPDX }),
      ],
      chart: requiring({ type: SPDX }),
    },
    'missing-attestation',
  ],
  [
    'an SBOM by a run that the policy would not let sign',
    {
      items: [
        proven({ ...keyless, trigger: 'push' }, 'b3'),
        proven({ ...keyless, trigger: 'pull_request_target' }, 'b4', {
          predicateType: SPDX,
        }),
      ],
      chart: requiring({ type: SPDX }, [{ ...asksKeyless, trigger: 'push' }]),
    },
    'missing-attestation',
  ],
  [
    'an SBOM from a repository of the same name with another id',
    {
      items: [
        proven({ ...keyless, sourceRepositoryId: '1' }, 'b5'),
        proven({ ...keyless, sourceRepositoryId: '2' }, 'b6', {
          predicateType: SPDX,
        }),
      ],
      chart: requiring({ type: SPDX }),
    },
    'missing-attestation',
  ],
  [
    'an SBOM about another chart among many',
    {
      items: [
        good,
        proven(keyless, 'b7', {
          predicateType: SPDX,
          subjects: Array.from({ length: 16 }, () => OTHER_DIGEST),
        }),
      ],
      chart: requiring({ type: SPDX }),
    },
    'missing-attestation',
  ],
  [
    'a signature, where one were asked for as an attestation',
    {
      items: [good],
      chart: requiring({ type: 'https://sigstore.dev/cosign/sign/v1' }),
    },
    'missing-attestation',
  ],
  [
    'an attestation in a format without statements',
    {
      items: [good, { ...sbom, evidence: { ...sbom.evidence, format: 'raw' } }],
      chart: requiring({ type: SPDX }),
    },
    'missing-attestation',
  ],
  [
    'an attestation by a distrusted signer',
    {
      items: [good, proven(byKey, 'b8', { predicateType: SPDX })],
      chart: requiring({ type: SPDX, anyOf: [asksKey] }),
      distrust: [distrust({ key: 'release' })],
    },
    'distrusted',
  ],
  [
    'provenance that names another builder than its certificate',
    {
      items: [
        byWorkflowSigned,
        slsa(byWorkflow, 'b9', { ...builtHere, builderId: GENERATOR }),
      ],
      chart: requiring({ type: SLSA }),
    },
    'wrong-builder',
  ],
  [
    'provenance that leaves the ref out of the builder',
    {
      items: [
        byWorkflowSigned,
        slsa(byWorkflow, 'c0', {
          ...builtHere,
          builderId: WORKFLOW.replace(/@.*$/, ''),
        }),
      ],
      chart: requiring({ type: SLSA }),
    },
    'wrong-builder',
  ],
  [
    'provenance that names no builder',
    {
      items: [byWorkflowSigned, slsa(byWorkflow, 'c1', { source: SOURCE })],
      chart: requiring({ type: SLSA }),
    },
    'wrong-builder',
  ],
  [
    'a builder that the certificate names and the policy does not',
    {
      items: [byWorkflowSigned, slsa(byWorkflow, 'c2', builtHere)],
      chart: withBuilders([GENERATOR]),
    },
    'wrong-builder',
  ],
  [
    'a key whose provenance names another builder than the policy lists',
    {
      items: [
        signedByKey,
        slsa(byKey, 'c3', { builderId: 'x', source: SOURCE }),
      ],
      chart: requiring({ type: SLSA, builders: ['y'] }, [asksKey]),
    },
    'wrong-builder',
  ],
  [
    'a key whose provenance names no source',
    {
      items: [signedByKey, slsa(byKey, 'd3', { builderId: 'x' })],
      chart: requiring({ type: SLSA }, [asksKey]),
    },
    'source-unproven',
  ],
  [
    'provenance that lies about its source',
    {
      items: [
        byWorkflowSigned,
        slsa(byWorkflow, 'c4', {
          ...builtHere,
          source: 'https://github.com/acme/tools',
        }),
      ],
      chart: requiring({ type: SLSA }),
    },
    'wrong-source',
  ],
  [
    'provenance whose source cannot be read as a repository',
    {
      items: [
        byWorkflowSigned,
        slsa(byWorkflow, 'c5', { ...builtHere, source: 'pkg:oci/x' }),
      ],
      chart: requiring({ type: SLSA }),
    },
    'wrong-source',
  ],
  [
    'provenance of the generator, called from another repository',
    {
      items: [
        signedByKey,
        slsa(
          {
            ...byGenerator,
            sourceRepository: 'https://github.com/mallory/payments',
          },
          'c6',
          { ...fromGenerator, source: 'https://github.com/mallory/payments' },
        ),
      ],
      chart: KEY_AND_GENERATOR,
    },
    'wrong-source',
  ],
];

/** What is not attested as it is asked for. */
export const notAttestedRows: Row[] = [
  ...rows.map(
    ([what, overrides, code]): Row => [what, overrides, 'rejected', [code]],
  ),
  [
    'an attestation that was not checked to the end',
    {
      items: [
        good,
        proven(keyless, 'd0', { predicateType: SPDX, gaps: ['x'] }),
      ],
      chart: requiring({ type: SPDX }),
    },
    'indeterminate',
    ['unsupported-format'],
  ],
  [
    'provenance that was not checked to the end, for the source',
    {
      items: [
        signedByKey,
        proven(byKey, 'd1', {
          predicateType: SLSA,
          predicate: { source: SOURCE },
          gaps: ['x'],
        }),
      ],
      chart: { policies: [policy({ anyOf: [asksKey] })] },
    },
    'indeterminate',
    ['unsupported-format'],
  ],
];
