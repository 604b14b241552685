import { laidDown, rejected, VERIFIED } from './build.ts';
import type { Cell, Method } from './types.ts';

const github = { identity: 'github' } as const;
const sign = { do: 'sign', by: 'github' } as const;
const common = { set: 'core', policy: github } as const;
const SOURCE = 'github.com/acme/bench';

/** Where we ask for more or for other than any of the tools, and the good case beside it. */
export function otherwiseCells(): Cell[] {
  return [
    ...(['cosign3-bundle', 'cosign2-tags'] as const).flatMap(sourceCells),
    {
      ...common,
      id: 'source-unproven',
      registry: 'debian',
      method: 'cosign3-bundle',
      steps: [{ do: 'sign', by: 'p256' }],
      policy: { key: 'p256' },
      source: SOURCE,
      expect: rejected('source-unproven'),
      differs: {
        tool: 'accepts',
        because: 'a key says who signed, and nothing of where it was built',
      },
    },
    {
      ...common,
      id: 'tagged-otherwise',
      registry: 'dev',
      method: 'cosign3-bundle',
      steps: [sign, { do: 'accident', what: 'tagged-otherwise' }],
      expect: rejected('name-or-version-mismatch'),
      differs: {
        tool: 'accepts',
        because:
          'the digest is signed, but a tag calls it a version that it is not',
      },
    },
    ...(['cosign3-bundle', 'cosign2-tags'] as const).map(twoSigners),
    {
      ...common,
      id: 'bundle-beside-tag',
      registry: 'debian',
      ...laidDown('cosign2-tags'),
      steps: [
        { do: 'sign', by: 'p256' },
        { do: 'sign', by: 'p256-other', method: 'cosign3-bundle' },
      ],
      policy: { key: 'p256' },
      expect: VERIFIED,
      toolSays: 'trusted root is required when using new bundle format',
      differs: {
        tool: 'refuses',
        because:
          'with any bundle there, cosign no longer looks at the tag; whoever may push cannot take a good signature away',
      },
    },
    {
      ...common,
      id: 'sbom-by-tag',
      registry: 'debian',
      ...laidDown('cosign2-tags'),
      steps: [sign, { do: 'attach-by-tag' }],
      expect: VERIFIED,
    },
  ];
}

function sourceCells(method: Method): Cell[] {
  const name = method === 'cosign2-tags' ? 'c2-tags' : 'c3-bundle';
  const cell = { ...common, ...laidDown(method), steps: [sign] };
  return [
    {
      ...cell,
      id: `source-${name}`,
      registry: 'debian',
      source: SOURCE,
      expect: VERIFIED,
    },
    {
      ...cell,
      id: `wrong-source-${name}`,
      registry: 'ggcr',
      source: 'github.com/acme/another',
      expect: rejected('wrong-source'),
      differs: {
        tool: 'accepts',
        because:
          'cosign verify does not ask where the chart was built unless told; the operator expects another repository',
      },
    },
  ];
}

/** A stranger's signature beside the right one: under a tag both stand in one manifest. */
function twoSigners(method: Method): Cell {
  return {
    ...common,
    ...laidDown(method),
    id: `two-signers-${method === 'cosign2-tags' ? 'c2-tags' : 'c3-bundle'}`,
    registry: 'dev-no-referrers',
    steps: [
      { do: 'sign', by: 'github-fork' },
      sign,
      { do: 'attest', type: 'cyclonedx', by: 'github' },
      { do: 'attest', type: 'slsaprovenance1', by: 'github' },
    ],
    expect: VERIFIED,
  };
}
