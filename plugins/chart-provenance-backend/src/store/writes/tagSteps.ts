import {
  classifyTagChange,
  compareVersions,
  TagTarget,
} from 'backstage-plugin-chart-provenance-common';
import { WalkResult } from '../../walk/types';
import { TagObservationRow, TagRow } from '../rows';
import { TagChange } from '../types';
import { VersionFactsRow } from '../operations/version/listVersionFacts';

/** A tag that came, moved or went: its row from now on, and the observation to add. */
export interface TagStep {
  tag: TagRow;
  observation: Omit<TagObservationRow, 'id'>;
}

/** What the tags pointed at before, and what is known of the versions they point or pointed at. */
export interface TagsBefore {
  chartId: string;
  tags: ReadonlyMap<string, TagRow>;
  versions: ReadonlyMap<string, VersionFactsRow>;
}

/**
 * The steps from what the tags were to what the walk saw. A tag at a version that could not be read yet stays where it was;
 * a tag is gone only when every page of tags was read.
 */
export function tagSteps(before: TagsBefore, result: WalkResult): TagStep[] {
  const moves = result.tags
    .filter(({ tag, digest }) => {
      const previous = before.tags.get(tag);
      return (
        before.versions.has(digest) &&
        !(previous?.present && previous.digest === digest)
      );
    })
    .map(({ tag, digest }) => move(before, tag, digest, result.finishedAt));
  return [...moves, ...removals(before, result)];
}

function move(
  before: TagsBefore,
  tag: string,
  digest: string,
  seenAt: string,
): TagStep {
  const previous = before.tags.get(tag);
  const from = previous ? targetOf(before, previous.digest) : null;
  const to = targetOf(before, digest);
  const change = classifyTagChange(from, to);
  const movedAway = previous !== undefined && previous.digest !== digest;
  const row: TagRow = {
    chart_id: before.chartId,
    tag,
    digest,
    present: true,
    moves: (previous?.moves ?? 0) + (movedAway ? 1 : 0),
    change,
    rolled_back_from: rolledBackFrom(previous, from, to, change),
    resolved_at: seenAt,
  };
  return stepOf(row, to, previous?.resolved_at ?? null);
}

function removals(before: TagsBefore, result: WalkResult): TagStep[] {
  if (!result.tagsComplete) {
    return [];
  }
  const listed = new Set(result.tags.map(({ tag }) => tag));
  return [...before.tags.values()]
    .filter(row => row.present && !listed.has(row.tag))
    .map(row => {
      const gone: TagRow = {
        ...row,
        present: false,
        change: 'removed',
        resolved_at: result.finishedAt,
      };
      return stepOf(gone, targetOf(before, row.digest), row.resolved_at);
    });
}

/**
 * A rollback is remembered until the tag is back at the version it fell from, or above: pushing the old bytes once more,
 * removing the tag in between or creeping half way up must not make it look forward.
 */
function rolledBackFrom(
  previous: TagRow | undefined,
  from: TagTarget | null,
  to: TagTarget,
  change: TagChange,
): string | null {
  const fallenFrom = previous?.rolled_back_from ?? null;
  if (fallenFrom !== null) {
    const order = to.version && compareVersions(to.version, fallenFrom);
    return typeof order === 'number' && order >= 0 ? null : fallenFrom;
  }
  return change === 'rollback' ? from?.version ?? null : null;
}

function stepOf(
  tag: TagRow,
  target: TagTarget,
  previousSeenAt: string | null,
): TagStep {
  return {
    tag,
    observation: {
      chart_id: tag.chart_id,
      tag: tag.tag,
      digest: tag.digest,
      version: target.version,
      chart_layer_digest: target.chartLayerDigest,
      change: tag.change,
      seen_at: tag.resolved_at,
      previous_seen_at: previousSeenAt,
    },
  };
}

function targetOf(before: TagsBefore, digest: string): TagTarget {
  const row = before.versions.get(digest);
  return {
    digest,
    version: row?.version || null,
    chartLayerDigest: row?.chart_layer_digest ?? null,
  };
}
