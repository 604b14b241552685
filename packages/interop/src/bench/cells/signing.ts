import {
  laidDown,
  METHODS,
  policyFor,
  registryAt,
  shortName,
  VERIFIED,
} from './build.ts';
import type { Cell, Method, SignerId } from './types.ts';

const SIGNERS: SignerId[] = ['github', 'gitlab', 'p256', 'rsa', 'ed25519'];

/** Every layout by every kind of signer, and so every layout in every registry. */
export function signingCells(): Cell[] {
  return METHODS.flatMap((method, row) =>
    SIGNERS.map((by, column) => ({
      id: `sign-${shortName(method)}-${by}`,
      set: 'core' as const,
      registry: registryAt(row + column),
      ...laidDown(method),
      steps: [{ do: 'sign' as const, by }],
      policy: policyFor(by),
      expect: VERIFIED,
      ...(by === 'ed25519' ? ed25519(method) : {}),
    })),
  );
}

/** cosign 2.6 and 3 sign with Ed25519ph and verify with Ed25519. */
function ed25519(method: Method): Partial<Cell> {
  switch (method) {
    case 'cosign3-bundle':
    case 'cosign2-bundle':
      return { toolFails: 'accepted signatures do not match threshold' };
    default:
      return {
        toolSays:
          method === 'cosign2-tags'
            ? 'failed to verify signature'
            : 'no signatures found',
        differs: {
          tool: 'refuses',
          because:
            'cosign pre-hashes what it signs with Ed25519 and verifies without; the signature is good',
        },
      };
  }
}
