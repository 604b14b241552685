import { Entity } from '@backstage/catalog-model';
import {
  compileRepositoryRules,
  RepositoryRule,
} from 'backstage-plugin-chart-provenance-common';
import { FoundNames, OperatorWord } from '../types';

/** The operator's legacy repository. */
export const LEGACY = 'https://charts.acme.dev';

/** The operator's word with these rules of one registry, and one legacy repository. */
export function operatorWith(
  rules: readonly (Partial<RepositoryRule> & { match: string })[],
): OperatorWord {
  const compiled = compileRepositoryRules(
    rules.map(rule => ({ registry: 'ghcr.io', ...rule })),
  );
  expect(compiled.problems).toEqual([]);
  return {
    rules: compiled.rules,
    policies: [],
    legacyRepositories: [{ url: LEGACY }],
  };
}

/** An index that lists these names, and never listed others. */
export function indexOf(
  names: string[],
  url = LEGACY,
): FoundNames['legacy'][number] {
  return { url, names, everListed: names };
}

/** A component of the default namespace; annotations of ours without their prefix. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          key.includes('/') ? key : `chart-provenance/${key}`,
          value,
        ]),
      ),
    },
    spec: {},
  };
}

/** Numbers in [0, 1) that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) % 4_294_967_296;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** The same items in another order. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [left[at], left[other]] = [left[other], left[at]];
  }
  return left;
}
