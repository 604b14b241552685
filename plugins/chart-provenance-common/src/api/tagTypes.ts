/**
 * Every digest one tag was seen at, newest first.
 *
 * @public
 */
export interface TagHistory {
  tag: string;
  observations: TagObservation[];
}

/**
 * What the tag pointed at, from when to when.
 *
 * @public
 */
export interface TagObservation {
  digest: string;
  version: string | null;
  chartLayerDigest: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
  /**
   * Compared with the observation before: `first`, `re-push` (same chart bytes, new manifest), `re-publish` (the chart
   * itself changed under the same version), `forward`, `rollback` (a lower version, or from a
   * version to what is none), `removed`.
   */
  change:
    | 'first'
    | 're-push'
    | 're-publish'
    | 'forward'
    | 'rollback'
    | 'removed';
}
