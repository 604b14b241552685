import type { LegacyFacts, MigrationFacts } from '../types';
import { dayOf, said, sentence } from '../words';
import { absenceGap, goneGap } from './settled';
import type { Gap, LegacyStanding } from './types';

/**
 * What the legacy repository says of the chart now. A failed or old reading says nothing; that its index is gone is an answer, and so is
 * that the chart is not in it. Both are told at once, and stood on when further readings say the same.
 */
export function legacyStanding({
  legacy,
  consumers,
  lastLegacyConsumerAt,
  now,
}: Pick<
  MigrationFacts,
  'legacy' | 'consumers' | 'lastLegacyConsumerAt' | 'now'
>): LegacyStanding {
  if (legacy === null) {
    return { kind: 'none' };
  }
  const seen =
    legacy.versions.length > 0 ||
    lastLegacyConsumerAt !== null ||
    consumers.some(({ from }) => from === 'legacy');
  if (legacy.goneSince !== null && legacy.configured && seen) {
    return {
      kind: 'gone',
      since: legacy.goneSince,
      open: goneGap(legacy, now) ?? absenceGap({ ...legacy, readAt: null }),
    };
  }
  const unread = readingGap(legacy);
  if (unread) {
    return { kind: 'unread', gap: unread };
  }
  const present = legacy.versions.filter(one => one.present);
  return present.length > 0
    ? { kind: 'listed', present }
    : { kind: 'absent', seen, open: seen ? absenceGap(legacy) : null };
}

/** Why the legacy repository's side cannot be stood on; null when it can. */
export function legacyGap(legacy: LegacyStanding): Gap | null {
  switch (legacy.kind) {
    case 'none':
      return gap(
        'No rule and no claim names a legacy repository of the chart.',
        'Name it with legacy in the rule of the chart, so that its index is read.',
      );
    case 'unread':
      return legacy.gap;
    case 'gone':
    case 'absent':
      return legacy.open;
    default:
      return null;
  }
}

/** Why a reading of the index cannot be stood on; null when it can. */
export function readingGap(
  legacy: Omit<LegacyFacts, 'name' | 'versions'>,
): Gap | null {
  const { configured, goneSince, problem, readAt, stale } = legacy;
  const url = said(legacy.repositoryUrl, 200);
  const index = `The index of ${url}`;
  if (!configured) {
    return gap(
      `${index} is not read, because no operator listed it.`,
      `List ${url} under chartProvenance.legacyRepositories.`,
    );
  }
  if (goneSince !== null) {
    return gap(
      `${url} has answered since ${dayOf(
        goneSince,
      )} that it has no index, and was not seen with this chart before.`,
      'Check the URL; if the repository is retired, take it out of the configuration.',
    );
  }
  if (problem !== null) {
    const why = sentence(problem.message);
    return gap(
      `${index} could not be read since ${dayOf(problem.since)}: ${why}`,
      sentence(problem.fix),
    );
  }
  if (readAt === null) {
    return gap(`${index} was not read yet.`, 'Wait for the first reading.');
  }
  const read = `${index} was last read on ${dayOf(readAt)}`;
  return stale
    ? gap(
        `${read}, which is too long ago.`,
        'See on the status page why it is not read.',
      )
    : null;
}

function gap(message: string, fix: string): Gap {
  return { message, fix, responsible: 'platform' };
}
