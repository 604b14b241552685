import {
  GateActor,
  GateDecision,
  GateEnvironmentStatus,
  GateReasonCode,
  REASONS,
} from 'backstage-plugin-chart-provenance-common';
import { dayText } from './dayText';

type Decision = GateDecision['decision'];

/**
 * The word that always stands beside a decision's picture.
 *
 * @internal
 */
export const DECISION_WORD: Record<Decision, string> = {
  allow: 'Allowed',
  deny: 'Denied',
  undecided: 'Could not decide',
};

/**
 * Is the text a decision? For values that come from the address bar.
 *
 * @internal
 */
export function isDecision(value: string | null): value is Decision {
  return value !== null && Object.hasOwn(DECISION_WORD, value);
}

/**
 * A reason in a few words. The gate's own have their code for a title.
 *
 * @internal
 */
export function gateReasonTitle(code: GateReasonCode): string {
  const known = Object.entries(REASONS).find(([name]) => name === code);
  return known ? known[1].title : code.replaceAll('-', ' ');
}

/**
 * Who can mend a reason.
 *
 * @internal
 */
export const ACTOR_WORD: Record<GateActor['kind'], string> = {
  owner: "the chart's owner",
  caller: 'whoever asks',
  operator: 'the platform team',
  registry: 'whoever runs the registry',
};

/**
 * Whether an environment blocks: `enforced`, `enforced from 1 March 2027`, or `not enforced, and no day is set`.
 *
 * @internal
 */
export function enforcedWords({
  enforced,
  enforcedFrom,
}: Pick<GateEnvironmentStatus, 'enforced' | 'enforcedFrom'>): string {
  if (enforced) {
    return 'enforced';
  }
  return enforcedFrom
    ? `enforced from ${dayText(enforcedFrom)}`
    : 'not enforced, and no day is set';
}

/**
 * One sentence on where the gate is enforced: `Not blocking deploys today; production enforced from 1 March 2027.` Null without an environment.
 * It says nothing of a deploy that stands: the gate holds up those who ask it, and only what breaks the rules.
 *
 * @internal
 */
export function blockingWords(
  environments: readonly GateEnvironmentStatus[],
): string | null {
  if (environments.length === 0) {
    return null;
  }
  const blocking = environments.filter(({ enforced }) => enforced);
  const others = environments.filter(({ enforced }) => !enforced);
  const first =
    blocking.length === 0
      ? 'Not blocking deploys today'
      : `The gate is enforced for ${blocking
          .map(({ name }) => name)
          .join(', ')}`;
  const rest = others.map(one =>
    environments.length === 1
      ? enforcedWords(one)
      : `${one.name} ${enforcedWords(one)}`,
  );
  return `${[first, ...rest].join('; ')}.`;
}

/**
 * A length of time in the largest unit that fits, e.g. `1 hour`, `90 min`, `45 s`.
 *
 * @internal
 */
export function durationWords(seconds: number): string {
  if (seconds >= 3_600 && seconds % 3_600 === 0) {
    const hours = seconds / 3_600;
    return hours === 1 ? '1 hour' : `${hours} hours`;
  }
  return seconds >= 60 && seconds % 60 === 0
    ? `${seconds / 60} min`
    : `${seconds} s`;
}
