import { aboutReference, digestOf } from './aboutReference';
import { aboutVersion, agesAt } from './aboutVersion';
import { enforcementAt } from './enforcementAt';
import { Hindrance, hindrance, hindranceOf } from './Hindrance';
import type { GateFacts, GateOutcome } from './types';

/**
 * Decides whether a chart version may go on: synchronous, pure and closed. `allow` only when nothing stands against it; `deny` as soon as
 * something does that does not pass by itself; `undecided` otherwise. Whatever is unknown, missing or too old stands against it.
 *
 * @public
 */
export function decideGate(facts: GateFacts): GateOutcome {
  const against = hindrances(facts);
  const enforcement = enforcementAt(facts.environment.enforceFrom, facts.now);
  const decision = decisionOf(against);
  const { chart } = facts;
  // Of a chart that is not there, or not the caller's to see, nothing is told that was not asked.
  const digest = chart && digestOf(facts);
  const version = facts.version?.digest === digest ? facts.version : null;
  return {
    decision,
    proceed: decision === 'allow' || !enforcement.enforced,
    ...enforcement,
    resolved:
      chart && digest !== null
        ? `oci://${chart.registry}/${chart.repository}@${digest}`
        : null,
    digest,
    version: version?.version ?? null,
    verdict: version?.verdict.status ?? null,
    reasons: against.map(({ reason }) => reason),
    evidenceAt: version?.evidenceAt ?? null,
    expiresAt: decision === 'allow' ? expiryOf(facts) : null,
    retryAfterSeconds: retryAfter(decision, against),
  };
}

function hindrances(facts: GateFacts): Hindrance[] {
  if (facts.chart === null) {
    return [
      hindrance(
        'unknown-chart',
        'There is no such chart in the index, or you may not see it.',
        facts,
      ),
    ];
  }
  return [
    ...(facts.problems ?? []).map(hindranceOf),
    ...facts.unknownPolicies.map(name =>
      hindrance('policy-unknown', `There is no policy named ${name}.`, facts),
    ),
    ...aboutReference(facts),
    ...aboutVersion(facts),
  ];
}

function decisionOf(against: readonly Hindrance[]): GateOutcome['decision'] {
  if (against.length === 0) {
    return 'allow';
  }
  return against.some(({ decision }) => decision === 'deny')
    ? 'deny'
    : 'undecided';
}

/** What denies decides; asking again makes sense only when all of it may go away. */
function retryAfter(
  decision: GateOutcome['decision'],
  against: readonly Hindrance[],
): number | null {
  const deciding = against.filter(one => one.decision === decision);
  const seconds = deciding.flatMap(one => one.retryAfterSeconds ?? []);
  const isHopeless = decision === 'deny' && seconds.length < deciding.length;
  return seconds.length === 0 || isHopeless ? null : Math.max(...seconds);
}

/** The earliest of: the operator's lifetime, the end of the verdict, and the evidence becoming too old. */
function expiryOf(facts: GateFacts): string {
  const { environment, version, now } = facts;
  const lifetimeMs = Number.isFinite(environment.lifetimeMs)
    ? Math.max(0, environment.lifetimeMs)
    : 0;
  const ends = [
    new Date(Date.parse(now) + lifetimeMs).toISOString(),
    ...(version ? [agesAt(version, facts) ?? now] : []),
    ...(version?.verdict.countsUntil ? [version.verdict.countsUntil] : []),
  ];
  return ends.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a));
}
