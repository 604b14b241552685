import type { ParityState } from '../api/migrationTypes';
import type { Knowledge } from '../migration/knowledge';
import { stateOf } from '../migration/parityOf';
import type { VersionMatch } from '../migration/matching';
import { count, listed, said, verb } from '../migration/words';
import { notApplicable, unknownBecause } from './outcomes';
import { withoutLegacy } from './withoutLegacy';
import type { ChartCheck, Found } from './types';

/** Supported versions are the same bytes in both places. */
export const parity: ChartCheck = {
  id: 'parity',
  group: 'publish',
  claim:
    'Supported versions have the same bytes in the registry and in the legacy repository.',
  why: 'A consumer that moves must get the very chart it had; a digest proves it, a version number does not.',
  responsible: 'owner',
  scope: 'version',
  find(known) {
    return withoutLegacy(known) ?? afterLegacy(known) ?? compared(known);
  },
};

/** When the legacy chart is gone there is nothing to compare, unless something went with it that is used. */
function afterLegacy({
  legacy,
  matches,
  registryGap,
}: Knowledge): Found | null {
  if (legacy.kind !== 'gone' && legacy.kind !== 'absent') {
    return null;
  }
  if (registryGap) {
    return unknownBecause(registryGap);
  }
  const lost = matches.filter(
    one => one.consumers.length > 0 && one.published.length === 0,
  );
  const settled = legacy.open
    ? unknownBecause(legacy.open)
    : notApplicable(
        'The legacy repository no longer has the chart, so there is nothing to compare.',
      );
  return lost.length === 0
    ? settled
    : {
        status: 'fail',
        message: `${namesOf(lost)} ${verb(
          lost.length,
          'is',
          'are',
        )} used and in neither place any more.`,
        evidence: rows(lost, 'in neither place'),
        nextAction: `Publish ${namesOf(lost)} in the registry, from a backup.`,
        seenAt: lost[0].legacy?.vanishedAt ?? null,
      };
}

function compared(known: Knowledge): Found {
  const { facts, legacy, registryGap } = known;
  const gap = legacy.kind === 'unread' ? legacy.gap : registryGap;
  if (gap) {
    return unknownBecause(gap);
  }
  const supported = known.matches.filter(one => one.supported);
  const by = (state: ParityState) =>
    supported.filter(one => stateOf(one, known)?.state === state);
  const [differs, onlyLegacy] = [by('differs'), by('onlyLegacy')];
  if (differs.length + onlyLegacy.length > 0) {
    return {
      ...failed(differs, onlyLegacy, supported.length),
      seenAt: facts.legacy?.readAt ?? null,
    };
  }
  const unclear = by('unverifiable');
  return unclear.length > 0
    ? undecided(unclear, supported.length)
    : passed(by('same'), by('onlyOci').length);
}

function undecided(unclear: readonly VersionMatch[], of: number): Found {
  return {
    status: 'unknown',
    message: `Of ${count(of, 'supported version')}, ${
      unclear.length
    } cannot be compared: ${namesOf(unclear)}.`,
    evidence: rows(unclear, 'cannot be compared'),
    nextAction:
      'Write the index anew with helm repo index, so that it has digests, or publish the next release to the registry only.',
  };
}

function passed(same: readonly VersionMatch[], onlyOci: number): Found {
  const n = same.length;
  if (n === 0) {
    return notApplicable(
      'No supported version is in the legacy repository, so there is nothing to compare.',
    );
  }
  const have = verb(n, 'has', 'have');
  const both = `${count(
    n,
    'supported version',
  )} ${have} the same bytes in both places`;
  return {
    status: 'pass',
    message:
      onlyOci > 0
        ? `${both}; ${onlyOci} more ${verb(
            onlyOci,
            'is',
            'are',
          )} in the registry only.`
        : `${both}.`,
    evidence: rows(same, 'same bytes'),
  };
}

function failed(
  differs: readonly VersionMatch[],
  onlyLegacy: readonly VersionMatch[],
  of: number,
): Found {
  const parts = [
    ...(differs.length > 0
      ? [`${differs.length} ${verb(differs.length, 'has', 'have')} other bytes`]
      : []),
    ...(onlyLegacy.length > 0
      ? [
          `${onlyLegacy.length} ${verb(
            onlyLegacy.length,
            'is',
            'are',
          )} in the legacy repository only`,
        ]
      : []),
  ];
  return {
    status: 'fail',
    message: `Of ${count(of, 'supported version')}, ${parts.join(' and ')}.`,
    evidence: [
      ...rows(differs, 'other bytes'),
      ...rows(onlyLegacy, 'in the legacy repository only'),
    ],
    nextAction: [
      ...(differs.length > 0
        ? [
            `Find out which bytes of ${namesOf(
              differs,
            )} are right, and release a new version from one archive to both.`,
          ]
        : []),
      ...(onlyLegacy.length > 0
        ? [`Push the same archives of ${namesOf(onlyLegacy)} to the registry.`]
        : []),
    ].join(' '),
  };
}

function rows(matches: readonly VersionMatch[], text: string) {
  return matches.map(({ version }) => ({
    text: `${said(version)}: ${text}`,
    link: { to: 'parity' as const, version },
  }));
}

function namesOf(matches: readonly VersionMatch[]): string {
  return listed(matches.map(({ version }) => said(version)));
}
