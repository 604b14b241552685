import { Entity } from '@backstage/catalog-model';
import { CONTESTED_OWNER } from 'backstage-plugin-chart-provenance-common';

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
 * another's value, and would be shown as the one who deploys, with what runs there. It leads to `CONTESTED_OWNER` then, not nowhere: a consumer of which
 * no entity is known is shown to everybody, and so whoever writes the key of a hidden entity would get to see what that deploys. Until somebody
 * decides, by the operator's `consumers.owners` or by taking one of the two away, only operators see who it is.
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
    .map(([key, refs]) => {
      const [entityRef] = refs;
      return { key, entityRef: refs.size === 1 ? entityRef : CONTESTED_OWNER };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
