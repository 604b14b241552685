import type { LegacyFacts } from '../types';
import { count, dayOf, said } from '../words';
import type { Gap } from './types';

const MINUTE_MS = 60 * 1000;

/** A reading longer ago than this was not lately. */
export const LATELY_MS = 24 * 60 * MINUTE_MS;

/** By so much clocks of replicas may differ. A time further in the future is no time at all. */
const SKEW_MS = 5 * MINUTE_MS;

/** Lately, and not in a future that a wrong clock or a restored database made up. */
export function isLately(at: string | null, now: string): boolean {
  const age = Date.parse(now) - Date.parse(at ?? '');
  return age <= LATELY_MS && age >= -SKEW_MS;
}

/** Why it cannot be stood on that a legacy repository has no index; null when it can. A deployment that goes wrong looks the same for a while. */
export function goneGap(
  legacy: Omit<LegacyFacts, 'name' | 'versions'>,
  now: string,
): Gap | null {
  const { goneSince, goneSeenAt, repositoryUrl, settledAfterMs } = legacy;
  const settled = agree(goneSince, goneSeenAt, settledAfterMs);
  const url = said(repositoryUrl, 200);
  if (settled && isLately(goneSeenAt, now)) {
    return null;
  }
  return waitGap(
    settled
      ? `${url} answered on ${dayOf(
          goneSeenAt ?? '',
        )} that it has no index, and was not heard of since.`
      : `${url} answers since ${dayOf(
          goneSince ?? '',
        )} that it has no index, ${untilWhen(settledAfterMs)}.`,
  );
}

/** Why it cannot be stood on that the index does not list the chart; null when it can. */
export function absenceGap({
  name,
  readAt,
  repositoryUrl,
  settledAfterMs,
  versions,
}: LegacyFacts): Gap | null {
  const url = said(repositoryUrl, 200);
  if (versions.length === 0) {
    return {
      message: `The index of ${url} was never seen to list ${said(
        name,
      )}, which consumers took from there.`,
      fix: 'Check the URL, and the name of the chart letter by letter.',
      responsible: 'platform',
    };
  }
  const since = latest(versions.map(one => one.vanishedAt ?? ''));
  return readAt === null || agree(since, readAt, settledAfterMs)
    ? null
    : waitGap(
        `The index of ${url} does not list the chart since ${dayOf(
          since,
        )}, ${untilWhen(settledAfterMs)}.`,
      );
}

/** An entry that the last readings no longer listed, and too few of them to stand on that. */
export function vanishedLately(
  entry: { present: boolean; vanishedAt: string | null } | null,
  { readAt, settledAfterMs }: LegacyFacts,
): boolean {
  return (
    entry !== null &&
    !entry.present &&
    !agree(entry.vanishedAt, readAt, settledAfterMs)
  );
}

/** The first and the last reading that said so are far enough apart. */
function agree(
  first: string | null,
  last: string | null,
  forMs: number,
): boolean {
  return Date.parse(last ?? '') - Date.parse(first ?? '') >= forMs;
}

function untilWhen(settledAfterMs: number): string {
  const minutes = Math.ceil(settledAfterMs / MINUTE_MS);
  return `which counts when it is so for ${count(minutes, 'minute')}`;
}

function waitGap(message: string): Gap {
  return {
    message,
    fix: 'Wait for further readings, and see to it that nobody is publishing an index by mistake.',
    responsible: 'platform',
  };
}

function latest(times: readonly string[]): string {
  return times.reduce((last, time) => (time > last ? time : last), '');
}
