import { laidDown, METHODS, shortName, VERIFIED } from './build.ts';
import type { Cell, RegistryId } from './types.ts';

const NAMES: Partial<Record<RegistryId, string>> = {
  'debian-password': 'password',
  'dev-tokens': 'tokens',
};

/** The registries that the other cells leave out: those with a password, and zot. */
export function guardedCells(): Cell[] {
  const registries: RegistryId[] = ['debian-password', 'dev-tokens', 'zot'];
  return registries.flatMap(registry =>
    METHODS.map(method => ({
      id: `${NAMES[registry] ?? registry}-${shortName(method)}`,
      set: method === 'cosign3-bundle' ? ('core' as const) : ('full' as const),
      registry,
      ...laidDown(method),
      steps: [
        { do: 'sign' as const, by: 'github' as const },
        {
          do: 'attest' as const,
          type: 'cyclonedx' as const,
          by: 'github' as const,
        },
      ],
      policy: { identity: 'github' as const },
      expect: VERIFIED,
    })),
  );
}
