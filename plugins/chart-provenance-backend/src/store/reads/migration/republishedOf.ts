import {
  isFloatingTag,
  isSignatureTag,
  PublishedVersion,
} from 'backstage-plugin-chart-provenance-common';
import { TagObservationRow } from '../../rows';

type Observation = Pick<
  TagObservationRow,
  'tag' | 'digest' | 'change' | 'seen_at'
>;
type Republished = PublishedVersion['republished'];

/** For a tag of an exact version any other bytes are another publication, whatever version they claim. A re-push keeps the chart's bytes. */
const OTHER_BYTES: ReadonlySet<Observation['change']> = new Set([
  're-publish',
  'forward',
  'rollback',
]);

/**
 * When tags of exact versions came to point at other bytes, by both digests: the one they left and the one they came to.
 *
 * @param observations - oldest first
 */
export function republishedOf(
  observations: readonly Observation[],
): Map<string, Republished> {
  const republished = new Map<string, Republished>();
  const last = new Map<string, string>();
  for (const { tag, digest, change, seen_at: at } of observations) {
    if (isFloatingTag(tag) || isSignatureTag(tag)) {
      continue;
    }
    const left = last.get(tag);
    if (left !== undefined && OTHER_BYTES.has(change)) {
      for (const side of new Set([left, digest])) {
        republished.set(side, [...(republished.get(side) ?? []), { tag, at }]);
      }
    }
    last.set(tag, digest);
  }
  return republished;
}
