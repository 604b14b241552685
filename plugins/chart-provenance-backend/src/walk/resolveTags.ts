import { TagPlan } from './chooseTags';
import { forEachBounded } from './forEachBounded';
import { isNotFound } from './toProblem';
import { KnownChart, WalkedVersion, WalkResult } from './types';
import { VersionReader } from './VersionReader';
import { WalkSession } from './WalkSession';

/** Where the tags point, and the versions behind them that were not known before. */
export interface ResolvedTags {
  tags: Map<string, WalkResult['tags'][number]>;
  /** By digest. */
  versions: ReadonlyMap<string, WalkedVersion>;
}

/**
 * Asks where fresh and hot tags point, carries the cold ones over, and reads every version behind them that is not known. A
 * tag that cannot be resolved keeps the digest it had, or is left out when it had none.
 */
export async function resolveTags(
  session: WalkSession,
  plan: TagPlan,
  known: KnownChart,
): Promise<ResolvedTags> {
  const tags: ResolvedTags['tags'] = new Map();
  const reader = new VersionReader(session, known.versions);
  const { concurrency } = session.bounds;
  const carryOver = (tag: string) => {
    const digest = known.tags.get(tag)?.digest;
    if (digest) {
      tags.set(tag, { tag, digest, resolvedNow: false });
    }
  };
  plan.cold.forEach(carryOver);
  await forEachBounded(plan.hot, concurrency, async tag => {
    try {
      const { digest } = await session.resolve(tag);
      tags.set(tag, { tag, digest, resolvedNow: true });
    } catch (error) {
      session.report(error, tag);
      carryOver(tag);
    }
  });
  await forEachBounded(plan.fresh, concurrency, async tag => {
    const digest = await readFreshTag(session, tag, reader);
    if (digest) {
      tags.set(tag, { tag, digest, resolvedNow: true });
    }
  });
  const digests = [...tags.values()].map(({ digest }) => digest).sort();
  await forEachBounded(digests, concurrency, digest => reader.readBy(digest));
  return { tags, versions: reader.versions };
}

const listedButGone = (tag: string) => ({
  code: 'registry-misbehaved' as const,
  message: 'The registry lists this tag, but has no manifest for it.',
  side: 'registry' as const,
  at: tag,
  note: true as const,
});

/** One request says both where the tag points and what is there. */
async function readFreshTag(
  session: WalkSession,
  tag: string,
  reader: VersionReader,
): Promise<string | undefined> {
  if (!session.mayReadVersion()) {
    return undefined;
  }
  let manifest;
  try {
    manifest = await session.fetchManifest(tag);
  } catch (error) {
    if (isNotFound(error)) {
      session.add(listedButGone(tag));
    } else {
      session.report(error, tag);
    }
    return undefined;
  }
  await reader.read(manifest);
  return manifest.descriptor.digest;
}
