import { laidDown, METHODS, registryAt, rejected, shortName } from './build.ts';
import type { Cell, Method } from './types.ts';

type Case = Pick<Cell, 'steps' | 'policy' | 'expect'> &
  Partial<Cell> & { name: string };

/** Every way to be refused, in every layout. */
export function refusedCells(): Cell[] {
  return METHODS.flatMap((method, row) =>
    casesFor(method).map(({ name, ...rest }, column) => ({
      id: `${name}-${shortName(method)}`,
      set: 'core' as const,
      registry: registryAt(row + column),
      ...laidDown(method),
      ...rest,
    })),
  );
}

function casesFor(method: Method): Case[] {
  const says = (bundle: string, tags: string) => ({
    toolSays: wordsOf(method, bundle, tags),
  });
  return [
    {
      name: 'wrong-identity',
      steps: [{ do: 'sign', by: 'github-fork' }],
      policy: { identity: 'github' },
      expect: rejected('wrong-identity'),
      ...says('expected SAN value', 'none of the expected identities matched'),
    },
    {
      name: 'wrong-issuer',
      steps: [{ do: 'sign', by: 'github' }],
      policy: { identity: 'github', issuerOf: 'gitlab' },
      expect: rejected('wrong-issuer'),
      ...says(
        'expected issuer value',
        'none of the expected identities matched',
      ),
    },
    {
      name: 'wrong-key',
      steps: [{ do: 'sign', by: 'p256-other' }],
      policy: { key: 'p256' },
      expect: rejected('untrusted-key'),
      ...says(...BAD_SIGNATURE),
    },
    {
      name: 'altered',
      steps: [{ do: 'accident', what: 'payload-altered', by: 'github' }],
      policy: { identity: 'github' },
      expect: rejected('bad-signature'),
      ...says(...BAD_SIGNATURE),
    },
    {
      name: 'moved',
      steps: [{ do: 'accident', what: 'moved-from-another', by: 'github' }],
      policy: { identity: 'github' },
      expect: rejected('digest-mismatch'),
      ...says(
        'provided artifact digest does not match',
        'invalid or missing digest in claim',
      ),
    },
    {
      ...lapsed(),
      ...says(
        'threshold not met for verified signed timestamps',
        'expected a signed timestamp to verify an expired certificate',
      ),
    },
  ];
}

/** In a bundle without a log entry, and under a tag. */
const BAD_SIGNATURE = [
  'could not verify envelope',
  'invalid signature when validating',
] as const;

/**
 * cosign 2 says nothing of what it found in a referrer, and cosign 3 speaks of
 * the log first, whose entry fits neither another key nor an altered payload.
 */
function wordsOf(method: Method, bundle: string, tags: string): string {
  switch (method) {
    case 'cosign2-oci11':
      return 'no signatures found';
    case 'cosign2-tags':
      return tags;
    case 'cosign3-bundle':
      return bundle === BAD_SIGNATURE[0]
        ? 'failed to verify log inclusion'
        : bundle;
    default:
      return bundle;
  }
}

/** The certificate's ten minutes are over, and nothing says when it signed. */
function lapsed(): Case {
  return {
    name: 'lapsed',
    lapsed: true,
    unlogged: true,
    steps: [{ do: 'sign', by: 'github', logged: false, timed: false }],
    policy: { identity: 'github' },
    expect: rejected('timestamp-missing'),
  };
}
