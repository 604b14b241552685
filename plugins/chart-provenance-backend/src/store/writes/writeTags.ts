import { WalkResult } from '../../walk/types';
import { Database } from '../database';
import { insertObservations } from '../operations/tag/insertObservations';
import { listTags } from '../operations/tag/listTags';
import { markResolved } from '../operations/tag/markResolved';
import { upsertTags } from '../operations/tag/upsertTags';
import { listVersionFacts } from '../operations/version/listVersionFacts';
import { markTagged } from '../operations/version/markTagged';
import { tagSteps, TagsBefore } from './tagSteps';
import { Touched } from './Touched';

/** Writes what the tags point at, and one more observation for each that came, moved or went. */
export async function writeTags(
  tx: Database,
  chartId: string,
  result: WalkResult,
  touched: Touched,
): Promise<void> {
  const before = await readBefore(tx, chartId, result);
  const steps = tagSteps(before, result);
  await upsertTags(
    tx,
    steps.map(({ tag }) => tag),
  );
  await insertObservations(
    tx,
    steps.map(({ observation }) => observation),
  );
  const moved = steps.flatMap(({ tag }) => [
    tag.digest,
    before.tags.get(tag.tag)?.digest ?? tag.digest,
  ]);
  await markTagged(tx, chartId, [...new Set(moved)]);
  touched.add(...moved);
}

/**
 * Moves the clocks of the tags resolved now; those carried over keep theirs. So does a tag whose new target could not be read:
 * it stays where it was, and must be asked for again, or a later walk would take the old target for the present one.
 */
export async function moveTagClocks(
  tx: Database,
  chartId: string,
  result: WalkResult,
): Promise<void> {
  const stored = new Map(
    (await listTags(tx, chartId)).map(({ tag, digest }) => [tag, digest]),
  );
  const resolved = result.tags
    .filter(
      ({ tag, digest, resolvedNow }) =>
        resolvedNow && stored.get(tag) === digest,
    )
    .map(({ tag }) => tag);
  await markResolved(tx, chartId, resolved, result.finishedAt);
}

async function readBefore(
  tx: Database,
  chartId: string,
  result: WalkResult,
): Promise<TagsBefore> {
  const tags = new Map(
    (await listTags(tx, chartId)).map(row => [row.tag, row]),
  );
  const digests = new Set(result.tags.map(({ digest }) => digest));
  tags.forEach(({ digest }) => digests.add(digest));
  const rows = await listVersionFacts(tx, chartId, [...digests]);
  return {
    chartId,
    tags,
    versions: new Map(rows.map(row => [row.digest, row])),
  };
}
