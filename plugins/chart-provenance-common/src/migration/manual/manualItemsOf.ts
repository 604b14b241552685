import type {
  ManualItem,
  MigrationPhase,
  SignOff,
} from '../../api/migrationTypes';
import type { RanCheck } from '../../checks/types';
import type { Knowledge } from '../knowledge';
import type { ManualItemSpec, RecordedSignOff } from '../types';
import { dayOf, isDay } from '../words';

/** Each manual item with its last sign-off, and whether that still counts. */
export function manualItemsOf(
  { facts, neverLegacy }: Knowledge,
  phase: MigrationPhase,
  checks: readonly RanCheck[],
): ManualItem[] {
  return facts.manual.map(spec => {
    const signOff = lastOf(facts.signOffs, spec);
    const contradiction = contradictionOf(spec, signOff, checks);
    const needless =
      spec.group === 'retire' && phase === 'noLegacy' && neverLegacy;
    const { id, group, claim, why, responsible, scope } = spec;
    return {
      id,
      group,
      claim,
      why,
      responsible,
      scope,
      inheritedFrom: scope === 'registry' ? facts.registry : null,
      status:
        needless && signOff === null
          ? 'notApplicable'
          : statusOf(signOff, contradiction, facts.now),
      signOff,
      contradiction:
        statusOf(signOff, contradiction, facts.now) === 'contradicted'
          ? contradiction
          : null,
    };
  });
}

/**
 * The later one counts; of two at once, the one that is written first in the list, which is newest first. One of another scope was about
 * another thing: what was said of one chart holds for no registry.
 */
function lastOf(
  signOffs: readonly RecordedSignOff[],
  { id, scope }: ManualItemSpec,
): SignOff | null {
  const last = signOffs
    .filter(one => one.checkId === id && one.scope === scope)
    .reduce<RecordedSignOff | null>(
      (later, one) =>
        later === null || Date.parse(one.at) > Date.parse(later.at)
          ? one
          : later,
      null,
    );
  if (last === null) {
    return null;
  }
  const { scope: _, ...said } = last;
  return said;
}

function statusOf(
  signOff: SignOff | null,
  contradiction: string | null,
  now: string,
): ManualItem['status'] {
  if (signOff === null || signOff.result === 'open') {
    return 'open';
  }
  if (isOver(signOff.expiresOn, now)) {
    return 'expired';
  }
  return contradiction === null ? signOff.result : 'contradicted';
}

/** What is no day bounds nothing, so it does not count either. */
function isOver(expiresOn: string | null, now: string): boolean {
  return (
    expiresOn !== null &&
    (!isDay(expiresOn) || Date.parse(expiresOn) <= Date.parse(now))
  );
}

/** Only what was seen after the sign-off speaks against it: what was known then, whoever signed it off knew. */
function contradictionOf(
  { contradictedBy }: ManualItemSpec,
  signOff: SignOff | null,
  checks: readonly RanCheck[],
): string | null {
  const failed = checks.find(({ result }) => result.id === contradictedBy);
  const seenAt = failed?.failureSeenAt ?? null;
  return failed?.result.status === 'fail' &&
    signOff !== null &&
    seenAt !== null &&
    Date.parse(seenAt) > Date.parse(signOff.at)
    ? `Seen on ${dayOf(seenAt)}, after it was signed off: ${
        failed.result.message
      }`
    : null;
}
