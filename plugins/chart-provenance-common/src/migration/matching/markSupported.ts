import { isPrerelease } from '../../tags/versions';
import type { MigrationFacts } from '../types';
import { isDay } from '../words';
import type { VersionMatch } from './types';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Marks the versions that have to be right: the newest release wherever it is, the newest in the registry, what was published since the
 * plan's `supportedSince` (a year ago when it says nothing), and what is consumed. What is in neither place any more counts only
 * when it is consumed.
 */
export function markSupported(
  matches: readonly VersionMatch[],
  { plan, now }: Pick<MigrationFacts, 'plan' | 'now'>,
): VersionMatch[] {
  const since = plan?.supportedSince ?? null;
  const from =
    since !== null && isDay(since)
      ? Date.parse(since)
      : Date.parse(now) - YEAR_MS;
  const there = matches.filter(isThere);
  const newest = [
    newestOf(there),
    newestOf(there.filter(one => one.published.length > 0)),
  ];
  return matches.map(one => ({
    ...one,
    supported:
      one.consumers.length > 0 ||
      newest.includes(one) ||
      (isThere(one) && publishedAt(one) >= from),
  }));
}

function isThere({ listed, published }: VersionMatch): boolean {
  return listed || published.length > 0;
}

/** The newest release, else the newest of all; matches come newest first. */
export function newestOf(
  matches: readonly VersionMatch[],
): VersionMatch | undefined {
  return matches.find(one => !isPrerelease(one.version)) ?? matches[0];
}

/** The later of what both say: a publisher who dates a version back in one place gains nothing. */
function publishedAt({ published, legacy }: VersionMatch): number {
  return Math.max(
    ...published.map(one => timeOf(one.publishedAt, one.firstSeenAt)),
    legacy ? timeOf(legacy.created, legacy.firstSeenAt) : -Infinity,
  );
}

function timeOf(written: string | null, seen: string): number {
  const time = Date.parse(written ?? seen);
  return Number.isNaN(time) ? Date.parse(seen) : time;
}
