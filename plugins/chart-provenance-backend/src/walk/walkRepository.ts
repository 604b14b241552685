import { ReadOnlyTarget } from 'chart-provenance-oras';
import { digestSchema } from '../evidence';
import { chooseSubjects } from './chooseSubjects';
import { chooseTags } from './chooseTags';
import { listTags, TagListing } from './listTags';
import {
  DEFAULT_HOT_POLICY,
  DEFAULT_REFERRER_POLICY,
  DEFAULT_WALK_BOUNDS,
  WalkOptions,
} from './options';
import { readEvidence } from './readEvidence';
import { resolveTags } from './resolveTags';
import { KnownChart, WalkResult } from './types';
import { WalkSession } from './WalkSession';

/**
 * Reads what is new in one chart repository. Never throws for what a registry does: that becomes `problems`, and what could
 * not be read is left out, so that the store deletes nothing because of it. Rejects only when `signal` is aborted.
 *
 * @internal
 */
export async function walkRepository(
  target: ReadOnlyTarget,
  known: KnownChart,
  options: WalkOptions,
): Promise<WalkResult> {
  const startedAt = options.now();
  const bounds = { ...DEFAULT_WALK_BOUNDS, ...options.bounds };
  const session = new WalkSession(
    target,
    bounds,
    options.signal,
    options.decode,
  );
  const listing = await listTags(session, known.tags.size > 0);
  const seen = listing.answered
    ? await readListed(session, listing, known, options, startedAt)
    : { tags: carriedOver(known), versions: [], referrers: [], evidence: [] };
  options.signal?.throwIfAborted();
  return {
    startedAt: startedAt.toISOString(),
    finishedAt: options.now().toISOString(),
    tagsComplete: listing.complete,
    tags: sorted(seen.tags, ({ tag }) => tag),
    versions: sorted(seen.versions, ({ digest }) => digest),
    referrers: sorted(seen.referrers, ({ subject }) => subject),
    evidence: sorted(
      seen.evidence,
      ({ evidence }) => `${evidence.subject} ${evidence.digest}`,
    ),
    problems: session.problems,
    requests: session.requests,
  };
}

async function readListed(
  session: WalkSession,
  listing: TagListing,
  known: KnownChart,
  options: WalkOptions,
  now: Date,
): Promise<Pick<WalkResult, 'tags' | 'versions' | 'referrers' | 'evidence'>> {
  // Of an incomplete listing, a known tag that is missing is not known to be gone.
  const names = listing.complete
    ? listing.tags
    : [...new Set([...known.tags.keys(), ...listing.tags])];
  const hot = { ...DEFAULT_HOT_POLICY, ...options.hot };
  const plan = chooseTags(names, known, hot, now);
  const { tags, versions } = await resolveTags(session, plan, known);
  const digests = plan.ordered
    .flatMap(tag => tags.get(tag)?.digest ?? [])
    .filter(digest => known.versions.has(digest) || versions.has(digest))
    .flatMap(digest => digestSchema.safeParse(digest).data ?? []);
  const policy = { ...DEFAULT_REFERRER_POLICY, ...options.referrers };
  const subjects = chooseSubjects([...new Set(digests)], known, policy, now);
  const read = await readEvidence(session, subjects, known, {
    signatureTags: plan.signatureTags,
    complete: listing.complete,
    versions,
  });
  return {
    tags: [...tags.values()],
    versions: [...versions.values()],
    ...read,
  };
}

function carriedOver(known: KnownChart): WalkResult['tags'] {
  return [...known.tags].map(([tag, { digest }]) => ({
    tag,
    digest,
    resolvedNow: false,
  }));
}

function sorted<T>(items: T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
