import {
  ConsumerRow,
  TagSplit,
} from 'backstage-plugin-chart-provenance-common';

/** Consumers that ask for the same tag and run different bytes: the tag moved, and some got it before and some after. */
export function tagSplits(rows: readonly ConsumerRow[]): TagSplit[] {
  const byWish = new Map<string, Map<string, ConsumerRow[]>>();
  for (const row of rows) {
    const digest = row.runs?.digest;
    const wish = row.wants.version;
    // Who asks for a range or for bytes runs different versions by intent.
    const asksForTag = row.pin === 'version' || row.pin === 'floating';
    if (row.from === 'oci' && digest && wish && asksForTag) {
      const digests = byWish.get(wish) ?? new Map<string, ConsumerRow[]>();
      digests.set(digest, [...(digests.get(digest) ?? []), row]);
      byWish.set(wish, digests);
    }
  }
  return [...byWish]
    .filter(([, digests]) => digests.size > 1)
    .map(([wants, digests]) => ({
      wants,
      digests: [...digests]
        .map(([digest, users]) => ({
          digest,
          version: users[0].runs?.version ?? null,
          consumers: users.length,
        }))
        .sort(
          (a, b) =>
            b.consumers - a.consumers || a.digest.localeCompare(b.digest),
        ),
    }))
    .sort((a, b) => a.wants.localeCompare(b.wants));
}
