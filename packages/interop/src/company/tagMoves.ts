import type { Registry } from '../registry/registryHandler.ts';
import { digestOf } from '../verify/expectedRecords.ts';
import type { Published } from './publisher.ts';
import { EXTRA_TAGS, TAG_MOVES } from './tags.ts';

export function applyExtraTags(
  published: Published[],
  registry: Registry,
): void {
  for (const extra of EXTRA_TAGS) {
    registry
      .repository(`acme/charts/${extra.chart}`)
      .tags.set(extra.tag, digestOf(published, extra));
  }
}

/** What `moves.json` says: the layouts hold both ends of every move. */
export function tagMoveRecords(published: Published[], registry: Registry) {
  return TAG_MOVES.map(({ chart, tag, at, to, story, expected }) => {
    const repository = `acme/charts/${chart}`;
    return {
      repository,
      tag,
      from: registry.repository(repository).resolve(tag),
      to: digestOf(published, { chart, ...to }),
      at,
      story,
      expected,
    };
  });
}
