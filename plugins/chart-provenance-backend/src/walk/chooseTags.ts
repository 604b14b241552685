import {
  isFloatingTag,
  isSignatureTag,
  sortVersions,
  tagToVersion,
  versionToTag,
} from 'backstage-plugin-chart-provenance-common';
import { HotPolicy } from './options';
import { KnownChart } from './types';

/** What is done with each tag. */
export interface TagPlan {
  /** Every chart tag, highest version first. */
  ordered: string[];
  /** Never seen: their manifests are read. */
  fresh: string[];
  /** Known and hot: asked where they point now. */
  hot: string[];
  /** Known and not hot: keep the digest they had. */
  cold: string[];
  /** `sha256-….sig` and the like: no chart versions. */
  signatureTags: string[];
}

/** Decides which tags are worth a request. */
export function chooseTags(
  tags: string[],
  known: KnownChart,
  policy: HotPolicy,
  now: Date,
): TagPlan {
  const signatureTags = tags.filter(isSignatureTag).sort();
  const ordered = sortVersions(
    tags.filter(tag => !isSignatureTag(tag)).map(tagToVersion),
  ).map(versionToTag);
  const newest = new Set(
    ordered.filter(tag => !isFloatingTag(tag)).slice(0, policy.newest),
  );
  const isHot = (tag: string) =>
    newest.has(tag) ||
    isFloatingTag(tag) ||
    policy.always.has(tag) ||
    movedLately(known, tag, policy, now);
  const fresh = ordered.filter(tag => !known.tags.has(tag));
  const seen = ordered.filter(tag => known.tags.has(tag));
  return {
    ordered,
    fresh,
    hot: seen.filter(isHot),
    cold: seen.filter(tag => !isHot(tag)),
    signatureTags,
  };
}

function movedLately(
  known: KnownChart,
  tag: string,
  policy: HotPolicy,
  now: Date,
): boolean {
  const seen = known.tags.get(tag);
  const since = (iso: string | undefined) =>
    iso === undefined ? Infinity : now.getTime() - Date.parse(iso);
  return (
    since(seen?.movedAt) < policy.movedWithinMs ||
    !(since(seen?.resolvedAt) < policy.resolveAgainAfterMs)
  );
}
