import type { ConsumerRow } from '../../api/consumerTypes';
import type { MigrationAlarm } from '../../api/migrationTypes';
import type { Knowledge } from '../knowledge';
import type { VersionMatch } from '../matching';
import { capital, count, dayOf, listed, said, share, verb } from '../words';

/**
 * The legacy repository, or the chart in it, is gone while it is still needed: consumers take it from there, or use versions that are nowhere
 * else. Who is needed is as last seen, however long ago: a failed reading must not silence this.
 */
export function goneTooEarly(known: Knowledge): MigrationAlarm[] {
  const { consumers, legacy } = known;
  const lost = lostVersions(known);
  const still = consumers.legacy.length;
  const out =
    legacy.kind === 'gone' || (legacy.kind === 'absent' && legacy.seen);
  if (!out || (still === 0 && lost.length === 0)) {
    return [];
  }
  const who = capital(share(still, consumers.all.length, 'consumer'));
  const told = [
    legacy.kind === 'gone'
      ? `The legacy repository has had no index since ${dayOf(legacy.since)}.`
      : 'The legacy repository no longer lists the chart.',
    still === 0
      ? ''
      : `${who} still ${verb(
          still,
          'takes',
          'take',
        )} it from there: what is not running yet cannot be installed.`,
    lostSentence(lost),
  ];
  return [
    {
      code: 'legacy-gone-too-early',
      message: told.filter(Boolean).join(' '),
      fix: fixOf(lost, still, known.reference),
      responsible: 'owner',
    },
  ];
}

function fixOf(
  lost: readonly VersionMatch[],
  still: number,
  reference: string,
): string {
  return lost.length > 0
    ? `Put the archives back where they were, from a backup if need be, and publish ${namesOf(
        lost,
      )} in ${reference}; only then move the consumers.`
    : `Publish the same archives there again (see the roll-back), or have ${count(
        still,
        'consumer',
      )} take the chart from ${reference} at once.`;
}

/** Single versions are gone that are still needed, while the chart is still listed. */
export function versionsVanished(known: Knowledge): MigrationAlarm[] {
  const lost = lostVersions(known);
  const missed = known.matches.filter(
    one =>
      isVanished(one) && one.published.length > 0 && fromLegacy(one).length > 0,
  );
  if (known.legacy.kind !== 'listed' || lost.length + missed.length === 0) {
    return [];
  }
  const users = distinct(missed.flatMap(fromLegacy));
  const told = [
    missed.length === 0
      ? ''
      : `The legacy repository no longer lists ${namesOf(
          missed,
        )}, which ${count(users, 'consumer')} ${verb(
          users,
          'takes',
          'take',
        )} from there.`,
    lostSentence(lost),
  ];
  return [
    {
      code: 'legacy-version-vanished',
      message: told.filter(Boolean).join(' '),
      fix:
        lost.length > 0
          ? `Publish ${namesOf(lost)} in ${
              known.reference
            }, from a backup, and move the consumers there.`
          : `Publish ${namesOf(
              missed,
            )} there again with the same bytes, from the registry, or move the consumers to ${
              known.reference
            }.`,
      responsible: 'owner',
    },
  ];
}

function fromLegacy({ consumers }: VersionMatch): ConsumerRow[] {
  return consumers.filter(({ from }) => from === 'legacy');
}

function distinct(consumers: readonly ConsumerRow[]): number {
  return new Set(consumers.map(({ id }) => id)).size;
}

/** Consumed, no longer in the legacy repository, and not in the registry either. */
function lostVersions({ matches, registryGap }: Knowledge): VersionMatch[] {
  return matches.filter(
    one =>
      isVanished(one) &&
      one.published.length === 0 &&
      one.consumers.length > 0 &&
      registryGap === null,
  );
}

function isVanished({ legacy, listed: there }: VersionMatch): boolean {
  return legacy !== null && !there;
}

/** Empty when nothing is lost. */
function lostSentence(lost: readonly VersionMatch[]): string {
  const users = distinct(lost.flatMap(({ consumers }) => consumers));
  const is = verb(lost.length, 'is', 'are');
  return lost.length === 0
    ? ''
    : `${capital(count(users, 'consumer'))} ${verb(
        users,
        'uses',
        'use',
      )} ${namesOf(lost)}, which ${is} in neither place any more.`;
}

function namesOf(matches: readonly VersionMatch[]): string {
  return listed(matches.map(({ version }) => said(version)));
}
