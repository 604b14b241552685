import type { Cell, Method, Policy, RegistryId, SignerId } from './types.ts';

export const METHODS: readonly Method[] = [
  'cosign3-bundle',
  'cosign2-bundle',
  'cosign2-oci11',
  'cosign2-tags',
];

/** Two with the referrers API and two without, of others and ours in turn. */
export const PLAIN_REGISTRIES: readonly RegistryId[] = [
  'ggcr',
  'debian',
  'dev',
  'dev-no-referrers',
];

/** One registry after the other, so that each meets every method. */
export function registryAt(index: number): RegistryId {
  return PLAIN_REGISTRIES[index % PLAIN_REGISTRIES.length];
}

export const VERIFIED = { status: 'verified', code: 'policy-met' } as const;

export function rejected(code: string): Cell['expect'] {
  return { status: 'rejected', code };
}

/** The policy that names exactly this signer. */
export function policyFor(by: SignerId): Policy {
  return by === 'github' || by === 'github-fork' || by === 'gitlab'
    ? { identity: by }
    : { key: by };
}

/** `cosign3-bundle` → `c3-bundle` */
export function shortName(method: Method): string {
  return method.replace('cosign', 'c');
}

/** What follows from the layout: only cosign 3 logs to the Rekor that runs in the core set. */
export function laidDown(method: Method): Pick<Cell, 'method' | 'unlogged'> {
  return method === 'cosign3-bundle' ? { method } : { method, unlogged: true };
}
