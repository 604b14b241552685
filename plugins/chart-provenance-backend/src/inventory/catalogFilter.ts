import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  CHART_PROVENANCE_ANNOTATIONS,
  CompiledRepositoryRule,
} from 'backstage-plugin-chart-provenance-common';
import { OWNER_KEY_ANNOTATIONS } from './ownerKeys';

/** A filter of the catalog client: any of the objects, all of their keys. */
export type CatalogFilter = Record<string, string | symbol>[];

/**
 * The entities that may matter: those with an annotation of ours or one that workloads are told by, and those that a rule's `entity` may
 * mean. Undefined when a rule may mean any entity at all.
 */
export function catalogFilter(
  rules: readonly CompiledRepositoryRule[],
): CatalogFilter | undefined {
  const byConvention = rules.flatMap(({ rule }) =>
    rule.entity === undefined ? [] : [conventionFilter(rule.entity)],
  );
  if (byConvention.some(filter => Object.keys(filter).length === 0)) {
    return undefined;
  }
  const annotated = [
    ...CHART_PROVENANCE_ANNOTATIONS,
    ...OWNER_KEY_ANNOTATIONS,
  ].map(annotation => ({
    [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
  }));
  const distinct = new Map(
    byConvention.map(filter => [JSON.stringify(filter), filter]),
  );
  return [...annotated, ...distinct.values()];
}

/** The parts of `kind:namespace/name` that have no placeholder. */
function conventionFilter(template: string): Record<string, string> {
  const [, kind, namespace, name] =
    /^([^:]*):([^/]*)\/(.*)$/.exec(template) ?? [];
  const parts = {
    kind,
    'metadata.namespace': namespace,
    'metadata.name': name,
  };
  return Object.fromEntries(
    Object.entries(parts).filter(
      ([, part]) => part !== undefined && !part.includes('{'),
    ),
  );
}
