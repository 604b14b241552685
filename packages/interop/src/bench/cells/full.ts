import { METHODS, policyFor, shortName, VERIFIED } from './build.ts';
import { notationCells } from './notation.ts';
import type { Cell, Method, SignerId } from './types.ts';

const github = { identity: 'github' } as const;
const common = { set: 'full', policy: github } as const;

/** What needs tools of the full set. */
export function fullCells(): Cell[] {
  return [
    ...METHODS.flatMap(method => [
      promised(method, 'github'),
      promised(method, 'p256'),
    ]),
    promisedAttestation('cosign2-tags'),
    promisedAttestation('cosign2-bundle'),
    ...copied(),
    {
      ...common,
      id: 'helm3',
      registry: 'debian',
      method: 'cosign3-bundle',
      helm: 'helm3',
      steps: [{ do: 'sign', by: 'github' }],
      expect: VERIFIED,
    },
    {
      ...common,
      id: 'helm3-prov',
      registry: 'ggcr',
      helm: 'helm3',
      provenance: { by: 'release' },
      steps: [],
      policy: { keyring: 'release' },
      expect: VERIFIED,
    },
    ...notationCells(),
  ];
}

/** Logged to Rekor v1: the time is what the log promises. */
function promised(method: Method, by: SignerId): Cell {
  return {
    id: `rekor1-${shortName(method)}-${by}`,
    set: 'full',
    registry: method === 'cosign2-tags' ? 'debian' : 'ggcr',
    method,
    rekor1: true,
    steps: [{ do: 'sign', by }],
    policy: policyFor(by),
    expect: VERIFIED,
  };
}

function promisedAttestation(method: Method): Cell {
  return {
    ...promised(method, 'github'),
    id: `rekor1-${shortName(method)}-attest`,
    steps: [
      { do: 'sign', by: 'github' },
      { do: 'attest', type: 'slsaprovenance1', by: 'github' },
    ],
    require: ['https://slsa.dev/provenance/v1'],
  };
}

/** A copy is as good as what was copied: with its tags everything, without them the chart alone. */
function copied(): Cell[] {
  const all = { do: 'accident', what: 'copied-with-all-tags' } as const;
  return [
    {
      ...common,
      id: 'copied-c3-bundle',
      registry: 'debian',
      method: 'cosign3-bundle',
      steps: [all],
      expect: VERIFIED,
    },
    {
      ...common,
      id: 'copied-c2-tags',
      registry: 'ggcr',
      method: 'cosign2-tags',
      unlogged: true,
      steps: [all],
      expect: VERIFIED,
    },
    {
      ...common,
      id: 'copied-chart-alone',
      registry: 'ggcr',
      method: 'cosign3-bundle',
      steps: [{ do: 'accident', what: 'copied' }],
      expect: { status: 'unsigned', code: 'no-signature' },
      toolSays: 'no signatures found',
    },
  ];
}
