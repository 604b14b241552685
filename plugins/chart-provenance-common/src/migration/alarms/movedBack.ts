import type { MigrationAlarm } from '../../api/migrationTypes';
import type { Knowledge } from '../knowledge';
import { newestOf } from '../matching';
import { capital, count, dayOf, said, share, verb } from '../words';

/** Consumers are at the legacy repository after none was. */
export function consumersMovedBack(known: Knowledge): MigrationAlarm[] {
  const { consumers, facts, reference } = known;
  const at =
    facts.reached.cutOver ??
    facts.reached.deprecationWindow ??
    facts.reached.retired;
  const still = consumers.legacy.length;
  return at === undefined || still === 0
    ? []
    : [
        {
          code: 'consumers-moved-back',
          message: `On ${dayOf(
            at,
          )} no consumer took the chart from the legacy repository; now ${share(
            still,
            consumers.all.length,
            'consumer',
          )} ${verb(still, 'does', 'do')}.`,
          fix: `Find out why, and have ${verb(
            still,
            'it',
            'them',
          )} take the chart from ${reference} again.`,
          responsible: 'consumer',
        },
      ];
}

/** The legacy repository has the chart again after it was gone, or gets releases again that the registry does not. */
export function legacyCameBack(known: Knowledge): MigrationAlarm[] {
  const { facts, legacy, matches, registryGap } = known;
  const { retired, cutOver } = facts.reached;
  if (legacy.kind !== 'listed') {
    return [];
  }
  if (retired !== undefined) {
    return [
      cameBack(
        `The chart was gone from the legacy repository on ${dayOf(
          retired,
        )}, and it lists ${count(legacy.present.length, 'version')} again.`,
      ),
    ];
  }
  const newest = newestOf(
    matches.filter(one => one.listed || one.published.length > 0),
  );
  const after =
    cutOver !== undefined &&
    registryGap === null &&
    newest?.published.length === 0 &&
    Date.parse(newest.legacy?.firstSeenAt ?? '') > Date.parse(cutOver);
  return after
    ? [
        cameBack(
          `${capital(
            said(newest.version),
          )} was published in the legacy repository only, after the chart was cut over on ${dayOf(
            cutOver,
          )}.`,
        ),
      ]
    : [];
}

function cameBack(message: string): MigrationAlarm {
  return {
    code: 'legacy-came-back',
    message,
    fix: 'Find out who publishes there, and have releases go to the registry.',
    responsible: 'owner',
  };
}
