import { PLAIN_REGISTRIES, rejected, VERIFIED } from './build.ts';
import type { Cell } from './types.ts';

const UNSIGNED = { status: 'unsigned', code: 'no-signature' } as const;
const NOTHING = 'no signatures found';
const github = { identity: 'github' } as const;
const common = {
  set: 'core',
  method: 'cosign3-bundle',
  policy: github,
} as const;

/** Charts and listings that do not look as one expects. */
export function shapeCells(): Cell[] {
  return [
    ...PLAIN_REGISTRIES.map(registry => attachedTo(registry)),
    ...signedIndexes(),
    ...unsigned(),
    {
      ...common,
      id: 'index-lies',
      registry: 'debian',
      steps: [
        { do: 'sign', by: 'github' },
        { do: 'accident', what: 'index-lies' },
      ],
      expect: VERIFIED,
    },
    {
      ...common,
      id: 'good-beside-altered',
      registry: 'ggcr',
      steps: [
        { do: 'accident', what: 'payload-altered', by: 'github' },
        { do: 'sign', by: 'github' },
      ],
      expect: VERIFIED,
    },
  ];
}

function attachedTo(registry: Cell['registry']): Cell {
  return {
    ...common,
    id: `attach-${registry}`,
    registry,
    steps: [
      { do: 'sign', by: 'github' },
      { do: 'attach', type: registry === 'debian' ? 'cyclonedx' : 'spdx' },
    ],
    expect: VERIFIED,
  };
}

function signedIndexes(): Cell[] {
  return [
    {
      ...common,
      id: 'index-wrapped',
      registry: 'ggcr',
      steps: [
        { do: 'accident', what: 'index-wrapped' },
        { do: 'sign', by: 'github' },
      ],
      expect: VERIFIED,
    },
    {
      ...common,
      id: 'index-wrapped-only-inside-signed',
      registry: 'debian',
      steps: [
        { do: 'sign', by: 'github' },
        { do: 'accident', what: 'index-wrapped' },
      ],
      expect: UNSIGNED,
      toolSays: NOTHING,
    },
    {
      ...common,
      id: 'index-of-two',
      registry: 'dev',
      steps: [
        { do: 'accident', what: 'index-of-two' },
        { do: 'sign', by: 'github' },
      ],
      expect: rejected('ambiguous-index'),
      differs: {
        tool: 'accepts',
        because:
          'the index is signed, but which of its charts Helm takes changes from call to call',
      },
    },
  ];
}

function unsigned(): Cell[] {
  return [
    {
      ...common,
      id: 'unsigned',
      method: undefined,
      registry: 'debian',
      steps: [],
      expect: UNSIGNED,
      toolSays: NOTHING,
    },
    {
      ...common,
      id: 'only-attached-sbom',
      method: undefined,
      registry: 'dev',
      steps: [{ do: 'attach', type: 'spdx' }],
      expect: UNSIGNED,
      toolSays: NOTHING,
    },
    {
      ...common,
      id: 'only-attested-sbom',
      registry: 'ggcr',
      steps: [{ do: 'attest', type: 'cyclonedx', by: 'github' }],
      expect: UNSIGNED,
      differs: {
        tool: 'accepts',
        because:
          'cosign verify takes any bundle by the right identity for a signature; an SBOM says what is inside, not that it may be released',
      },
    },
  ];
}
