import { TrustPolicy } from 'backstage-plugin-chart-provenance-common';

/** What trust material there is. */
export type MaterialKind = 'root' | 'key' | 'keyring' | 'store';

/** The names of the policies of which somebody who signs or attests needs this root, key, keyring or store. */
export function policiesUsing(
  policies: readonly TrustPolicy[],
  kind: MaterialKind,
  id: string,
): string[] {
  return policies
    .filter(({ anyOf, requireAttestations }) =>
      [
        ...anyOf,
        ...requireAttestations.flatMap(
          ({ anyOf: attesters }) => attesters ?? [],
        ),
      ].some(signer => {
        const needed = materialOf(signer);
        return needed.kind === kind && needed.id === id;
      }),
    )
    .map(({ name }) => name);
}

/** The trust material that a signer is proven under. */
export function materialOf(signer: TrustPolicy['anyOf'][number]): {
  kind: MaterialKind;
  id: string;
} {
  switch (signer.kind) {
    case 'keyless':
      return { kind: 'root', id: signer.root };
    case 'key':
      return { kind: 'key', id: signer.key };
    case 'store':
      return { kind: 'store', id: signer.store };
    default:
      return { kind: 'keyring', id: signer.keyring };
  }
}
