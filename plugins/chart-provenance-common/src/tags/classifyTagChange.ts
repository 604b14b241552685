import { TagObservation } from '../api/tagTypes';
import { compareVersions } from './versions';

/**
 * What a tag pointed at.
 *
 * @public
 */
export interface TagTarget {
  /** Manifest digest. */
  digest: string;
  /** From the chart's config; null when it could not be read. */
  version: string | null;
  /** null when it could not be read. */
  chartLayerDigest: string | null;
}

/**
 * Names the step from what a tag pointed at before (null: it was never seen) to what it points at now (null: it is gone).
 * After a removal, `previous` is what the tag pointed at before it was removed, so that removing a tag first does not
 * disguise a rollback. What cannot be compared is never called harmless: unknown chart bytes under one version are a
 * `re-publish`, and from a version to what is none is a `rollback`.
 *
 * @public
 */
export function classifyTagChange(
  previous: TagTarget | null,
  next: TagTarget | null,
): TagObservation['change'] {
  if (next === null) {
    return 'removed';
  }
  if (previous === null) {
    return 'first';
  }
  if (sameChartBytes(previous, next)) {
    return 're-push';
  }
  if (isLower(next.version, previous.version)) {
    return 'rollback';
  }
  const comparable = previous.version !== null && isVersion(next.version);
  return comparable && previous.version !== next.version
    ? 'forward'
    : 're-publish';
}

/** What is no version is lower than any: a tag must not get down to an old one by way of it. */
function isLower(next: string | null, previous: string | null): boolean {
  return isVersion(next)
    ? (compareVersions(next ?? '', previous ?? '') ?? 0) < 0
    : isVersion(previous);
}

function isVersion(text: string | null): boolean {
  return text !== null && compareVersions(text, text) !== undefined;
}

function sameChartBytes(a: TagTarget, b: TagTarget): boolean {
  return (
    a.digest === b.digest ||
    (a.version === b.version &&
      a.chartLayerDigest !== null &&
      a.chartLayerDigest === b.chartLayerDigest)
  );
}
