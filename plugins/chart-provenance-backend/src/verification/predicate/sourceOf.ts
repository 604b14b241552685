import {
  normaliseSource,
  PredicateFacts,
} from 'backstage-plugin-chart-provenance-common';
import { Material } from './materials';

/** Where a build was made from, as far as its provenance lets that be told. */
export type Source = Pick<PredicateFacts, 'source'> & {
  sourceDigest?: string;
};

const GIT = /^(?:git\+|git:\/\/|ssh:\/\/git@)|\.git(?:[@#?]|$)/i;

/**
 * Which repository is *the* source? What the build itself declares it to be, never a material by its place: whoever adds a dependency,
 * a submodule, or a build step that fetches one decides what is listed, and may have it listed first. What is declared and what the
 * builder resolved have to agree; where they contradict each other, or several repositories could be meant, no source is told, and nothing is
 * proven by it.
 *
 * @param declared - every place at which this type of build names its source
 * @param materials - what the builder resolved, in any order
 */
export function sourceOf(
  declared: readonly Material[],
  materials: readonly Material[],
): Source {
  const repositories = new Set(
    (declared.length > 0 ? declared : materials.filter(isGit)).map(
      repositoryOf,
    ),
  );
  const [repository] = repositories;
  if (repositories.size !== 1) {
    return {};
  }
  const resolved = materials.filter(
    material => repositoryOf(material) === repository,
  );
  if (resolved.length === 0 && materials.some(isGit)) {
    return {};
  }
  const named = [...resolved, ...declared];
  const digests = new Set(named.flatMap(({ digest }) => digest ?? []));
  const [sourceDigest] = digests;
  return {
    source: named[0].uri,
    ...(digests.size === 1 ? { sourceDigest } : {}),
  };
}

function isGit({ uri }: Material): boolean {
  return GIT.test(uri);
}

function repositoryOf({ uri }: Material): string {
  return normaliseSource(uri.replace(/#.*$/s, '')) ?? uri;
}
