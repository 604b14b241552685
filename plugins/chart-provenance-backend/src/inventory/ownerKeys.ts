import { Entity } from '@backstage/catalog-model';

/** Annotations by which workloads and deployments are told to be an entity's, and the prefix of their keys. */
const PREFIXES: Readonly<Record<string, string>> = {
  'backstage.io/kubernetes-id': 'kubernetes-id',
  'argocd/app-name': 'argocd-app',
};

/** The same annotations, for the catalog's filter. */
export const OWNER_KEY_ANNOTATIONS = Object.keys(PREFIXES);

/** As long as a name in Kubernetes may be. */
const VALUE = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/;

/** `kubernetes-id:payments`, `argocd-app:payments-prod`: the values as written. What is no name in Kubernetes gives none. */
export function ownerKeysOf(entity: Entity): string[] {
  return Object.entries(PREFIXES).flatMap(([annotation, prefix]) => {
    const value = entity.metadata.annotations?.[annotation]?.trim() ?? '';
    return VALUE.test(value) ? [`${prefix}:${value}`] : [];
  });
}

/**
 * Which key leads to which entity. A key of two entities leads to neither: anybody who can merge a catalog file can write
 * another's value, and would be shown as the one who deploys, with what runs there. So squatting loses both the name, which is seen (the
 * consumer has no owner), and never moves it. The operator's `consumers.owners` decide before any key.
 */
export function decideOwnerKeys(
  words: readonly { entityRef: string; ownerKeys: readonly string[] }[],
): { key: string; entityRef: string }[] {
  const byKey = new Map<string, Set<string>>();
  for (const { entityRef, ownerKeys } of words) {
    for (const key of ownerKeys) {
      byKey.set(key, (byKey.get(key) ?? new Set()).add(entityRef));
    }
  }
  return [...byKey]
    .flatMap(([key, refs]) => {
      const [entityRef] = refs;
      return refs.size === 1 ? [{ key, entityRef }] : [];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
