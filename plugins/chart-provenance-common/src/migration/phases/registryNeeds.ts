import { Gap, Knowledge, legacyGap, vanishedLately } from '../knowledge';
import { isPrerelease } from '../../tags/versions';
import { newestOf, VersionMatch } from '../matching';
import { count, said } from '../words';
import type { Need } from './types';

/** A release may take so long from one place to the other before its absence there means something. */
const RELEASE_GRACE_MS = 24 * 60 * 60 * 1000;

/** Something is published in the registry. */
export function inRegistry({
  matches,
  reference,
  registryGap,
}: Knowledge): Need {
  const published = matches.filter(one => one.published.length > 0).length;
  return {
    claim: `The chart is in ${reference}.`,
    met: registryGap ? null : published > 0,
    finding:
      registryGap?.message ??
      (published > 0
        ? `It has ${count(published, 'version')}.`
        : `Nothing is published in ${reference} yet.`),
    next: registryGap
      ? gapStep(registryGap, 'in-oci')
      : {
          text: `Push the chart to ${reference}, the same archives that are in the legacy repository.`,
          responsible: 'owner',
          checkId: 'in-oci',
        },
  };
}

/** The newest release of both places is in the registry. */
export function newestInRegistry(known: Knowledge): Need {
  const newest = newestThere(known);
  const version = said(newest?.version ?? '');
  const claim = 'The newest release is in the registry.';
  const gap = gapOf(known);
  if (gap || !newest) {
    const none = 'No version is in either place.';
    return gap
      ? {
          claim,
          met: null,
          finding: gap.message,
          next: gapStep(gap, gapCheck(known)),
        }
      : { claim, met: false, finding: none, next: pushStep(version) };
  }
  if (newest.published.length > 0) {
    const finding = `The newest release, ${version}, is in the registry.`;
    return { claim, met: true, finding, next: pushStep(version) };
  }
  const young = newest.listed && areYoung(known);
  return {
    claim,
    met: young || !newest.listed ? null : false,
    finding: newest.listed
      ? `${version} is in the legacy repository only${
          young ? ', for less than a day' : ''
        }.`
      : `${version} was in the legacy repository only, which does not list it at present.`,
    next: pushStep(version),
  };
}

/** The newest release that both have, or had, is the same in both. */
export function sameBytes(known: Knowledge): Need {
  const gap = gapOf(known);
  const both = newestOf(known.matches.filter(({ bytes }) => bytes !== null));
  return {
    claim:
      'The newest release that is in both places has the same bytes in both.',
    next: gapStep(gap, gapCheck(known)) ?? {
      text: 'Push the very archives of the legacy repository to the registry: packaging them again changes their bytes.',
      responsible: 'owner',
      checkId: 'parity',
    },
    ...(gap ? { met: null, finding: gap.message } : compared(both)),
  };
}

function compared(
  both: VersionMatch | undefined,
): Pick<Need, 'met' | 'finding'> {
  if (both === undefined) {
    return { met: false, finding: 'No version is in both places.' };
  }
  const version = said(both.version);
  switch (both.bytes) {
    case 'same':
      return {
        met: true,
        finding: `${version} is in both with the same bytes.`,
      };
    case 'differs':
      return {
        met: false,
        finding: `${version} has other bytes in the registry than in the legacy repository.`,
      };
    default:
      return {
        met: null,
        finding:
          `Whether ${version} has the same bytes in both cannot be told. ${
            both.note ?? ''
          }`.trim(),
      };
  }
}

/** As far as it is in both, the newest release is the same in both; one that is in the registry only cannot differ. */
export function newestNotDifferent(known: Knowledge): Need {
  const newest = newestThere(known);
  const shared = newest !== undefined && newest.listed && newest.bytes !== null;
  return shared
    ? sameBytes(known)
    : {
        ...newestInRegistry(known),
        claim: 'What is released now comes from the registry.',
      };
}

/** Pre-releases lead nowhere, unless there is nothing else. What vanished lately may be back with the next reading, so it counts. */
function newestThere({ matches, facts }: Knowledge): VersionMatch | undefined {
  const { legacy } = facts;
  return newestOf(
    matches.filter(
      one =>
        one.listed ||
        one.published.length > 0 ||
        (legacy !== null && vanishedLately(one.legacy, legacy)),
    ),
  );
}

/** All that is newer than what the registry has: who releases there every day never gets older than a day otherwise. */
function areYoung({ facts, matches }: Knowledge): boolean {
  const releases = matches.filter(one => !isPrerelease(one.version));
  const end = releases.findIndex(one => one.published.length > 0);
  const ahead = releases
    .slice(0, end < 0 ? undefined : end)
    .filter(one => one.listed);
  return ahead.length > 0 && ahead.every(one => isYoung(one, facts));
}

/** By what was seen, and by what the index says of itself: what is old there is not new because it was read for the first time. */
function isYoung(
  { legacy }: VersionMatch,
  { now }: Knowledge['facts'],
): boolean {
  const times = [legacy?.firstSeenAt, legacy?.created]
    .map(time => Date.parse(time ?? ''))
    .filter(time => !Number.isNaN(time));
  return (
    times.length > 0 && Date.parse(now) - Math.min(...times) < RELEASE_GRACE_MS
  );
}

function gapOf({ registryGap, legacy }: Knowledge) {
  return registryGap ?? legacyGap(legacy);
}

/** The check that tells of it too. */
function gapCheck({ registryGap }: Knowledge): string {
  return registryGap ? 'in-oci' : 'legacy-readable';
}

/** The step that closes a gap. */
export function gapStep(gap: Gap | null, checkId: string): Need['next'] {
  return gap && { text: gap.fix, responsible: gap.responsible, checkId };
}

function pushStep(version: string): Need['next'] {
  return {
    text:
      version === ''
        ? 'Publish the chart in the registry.'
        : `Push ${version} to the registry too, the same archive.`,
    responsible: 'owner',
    checkId: 'parity',
  };
}
