import { TagHistory } from 'backstage-plugin-chart-provenance-common';

/**
 * A tag that was taken from one chart and given to another under the same version.
 *
 * @internal
 */
export interface Republish {
  tag: string;
  /** Manifest digest of the other one. */
  other: string;
  /** Whether the tag came here from the other, or left for it. */
  way: 'came' | 'left';
  /** ISO; when the new place was first seen. */
  at: string;
}

/**
 * Where the chart changed under a tag of the given version's, newest first.
 *
 * @internal
 */
export function republishesOf(
  digest: string,
  histories: readonly TagHistory[],
): Republish[] {
  return histories.flatMap(({ tag, observations }) =>
    observations.flatMap<Republish>(
      ({ change, firstSeenAt, ...next }, index) => {
        const before = observations[index + 1];
        if (change !== 're-publish' || !before) {
          return [];
        }
        const step = { tag, at: firstSeenAt };
        if (next.digest === digest) {
          return [{ ...step, other: before.digest, way: 'came' }];
        }
        return before.digest === digest
          ? [{ ...step, other: next.digest, way: 'left' }]
          : [];
      },
    ),
  );
}
