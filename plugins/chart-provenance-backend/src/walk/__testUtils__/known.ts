import { KnownChart, WalkResult } from '../types';

/** What a store that has seen nothing knows. */
export const nothingKnown = (): KnownChart => ({
  versions: new Set(),
  tags: new Map(),
  evidence: new Map(),
  referrersReadAt: new Map(),
});

/** What a store knows after a walk that was the first. */
export function knownAfter(walk: WalkResult): KnownChart {
  const evidence = new Map<string, Set<string>>();
  for (const { evidence: each } of walk.evidence) {
    const digests = evidence.get(each.subject) ?? new Set();
    evidence.set(each.subject, digests.add(each.manifest ?? each.digest));
  }
  const resolvedAt = walk.startedAt;
  return {
    versions: new Set(walk.versions.map(({ digest }) => digest)),
    tags: new Map(
      walk.tags.map(({ tag, digest }) => [tag, { digest, resolvedAt }]),
    ),
    evidence,
    referrersReadAt: new Map(
      walk.referrers.map(({ subject }) => [subject, resolvedAt]),
    ),
    undecoded: new Set(
      walk.referrers
        .filter(({ subject, digests }) =>
          digests.some(digest => !evidence.get(subject)?.has(digest)),
        )
        .map(({ subject }) => subject),
    ),
  };
}
