import {
  ChartReference,
  normaliseRegistryHost,
  parseChartReference,
} from 'backstage-plugin-chart-provenance-common';
import { Answer } from './Answer';
import { Decision, decisionSchema } from './decisionSchema';
import { Outcome, Question, undecided, Undecided } from './Outcome';
import { serverMessage } from './serverMessage';

/** Clocks of a backend and of what stands before it may differ by so much, milliseconds. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;
/** How soon somebody who is not there is asked again, seconds. */
const OWN_PACE = 5;

/** Answers of whatever stands before a backend that is not there. */
const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * What an answer comes to. It is believed only when it is a decision as it is documented, about what was asked, made now, and when the status says
 * the same as the body: whoever answers in between must not be able to say yes by saying something else.
 */
export function believe(
  question: Question,
  answer: Answer,
  { dryRunOk }: { dryRunOk: boolean },
): Outcome {
  if (answer.kind === 'unreachable') {
    return undecided(answer.why, {
      answered: false,
      retryAfterSeconds: OWN_PACE,
    });
  }
  if (answer.kind === 'untrusted') {
    return undecided(answer.why);
  }
  const read = decisionSchema.safeParse(answer.body);
  if (!read.success) {
    return withoutDecision(answer);
  }
  const decision = read.data;
  const doubt =
    doubtAbout(question, decision) ??
    doubtAboutTime(decision, answer) ??
    doubtAboutStatus(decision, answer.status);
  if (doubt !== undefined) {
    return undecided(`The answer is not believed: ${doubt}.`);
  }
  return outcomeOf(decision, dryRunOk);
}

type Answered = Extract<Answer, { kind: 'answered' }>;

function withoutDecision(answer: Answered): Outcome {
  const { status, body, retryAfterSeconds } = answer;
  const said = serverMessage(body);
  if (status === 400) {
    return { kind: 'refused', why: said || 'The gate refuses the question.' };
  }
  if (status === 401 || status === 403) {
    return undecided(
      status === 401
        ? 'The gate does not know who asks (HTTP 401): set CHART_PROVENANCE_TOKEN to a token that counts.'
        : 'Whoever this token is for may not ask the gate (HTTP 403).',
    );
  }
  if (status === 429) {
    return undecided('The gate was asked too often (HTTP 429).', {
      retryAfterSeconds: retryAfterSeconds ?? OWN_PACE,
    });
  }
  if (GATEWAY.has(status)) {
    return undecided(`The gate does not answer (HTTP ${status}).`, {
      answered: false,
      retryAfterSeconds: retryAfterSeconds ?? OWN_PACE,
    });
  }
  const isRedirect = status >= 300 && status < 400;
  return undecided(
    isRedirect
      ? `The API is elsewhere (HTTP ${status}), and redirects are not followed: correct the URL.`
      : `The answer (HTTP ${status}) is no decision of the gate.`,
    // An error of the server's own is an answer of nobody.
    { answered: status < 500 },
  );
}

/** Is it about something else than what was asked? */
function doubtAbout(
  question: Question,
  decision: Decision,
): string | undefined {
  const asked = parseChartReference(question.reference);
  const environment = question.environment ?? 'default';
  if (decision.reference !== question.reference) {
    return 'it is about another reference';
  }
  if (decision.environment !== environment) {
    return 'it is about another environment';
  }
  if (decision.offline !== null) {
    return 'it was not made by the gate that was asked';
  }
  if (
    asked.digest !== undefined &&
    decision.digest !== null &&
    decision.digest !== asked.digest
  ) {
    return 'it is about another digest';
  }
  if ((decision.resolved === null) !== (decision.digest === null)) {
    return 'it names a digest and no chart, or a chart and no digest';
  }
  return decision.resolved === null || isOf(decision.resolved, asked, decision)
    ? undefined
    : 'it resolves the reference to another chart';
}

function isOf(
  resolved: string,
  asked: ChartReference,
  { digest }: Decision,
): boolean {
  try {
    const found = parseChartReference(resolved);
    return (
      normaliseRegistryHost(found.registry) ===
        normaliseRegistryHost(asked.registry) &&
      found.repository === asked.repository &&
      found.digest === digest &&
      found.tag === undefined
    );
  } catch {
    return false;
  }
}

/** An old answer, kept by somebody, is one about how it was. */
function doubtAboutTime(
  { decidedAt, decision, expiresAt }: Decision,
  { date, age }: Answered,
): string | undefined {
  // What is kept is kept with its date.
  if (age !== null && age.trim() !== '0') {
    return 'somebody on the way had kept it';
  }
  const at = Date.parse(date ?? '');
  if (Number.isNaN(at)) {
    return 'it does not say what time it is there';
  }
  if (Math.abs(at - Date.parse(decidedAt)) > CLOCK_SKEW_MS) {
    return 'it was not decided now';
  }
  if (decision !== 'allow') {
    return undefined;
  }
  return expiresAt !== null && at < Date.parse(expiresAt)
    ? undefined
    : 'it has expired';
}

function doubtAboutStatus(
  { decision, enforced, proceed, reasons, digest }: Decision,
  status: number,
): string | undefined {
  if (proceed !== (decision === 'allow' || !enforced)) {
    return 'it contradicts itself';
  }
  if (decision === 'allow' && (reasons.length > 0 || digest === null)) {
    return 'it allows, and says why it does not';
  }
  const refusal = decision === 'deny' ? 412 : 503;
  return status === (proceed ? 200 : refusal)
    ? undefined
    : `its status (HTTP ${status}) says something else`;
}

function outcomeOf(decision: Decision, dryRunOk: boolean): Outcome {
  const { proceed, resolved, retryAfterSeconds } = decision;
  if (proceed && decision.dryRun && !dryRunOk) {
    return {
      ...undecided(
        'It was only a trial: the token is a user’s, and on its word nothing goes on. Use the token of the pipeline, or --dry-run-ok.',
      ),
      decision,
    };
  }
  if (proceed) {
    return { kind: 'proceed', decision, resolved };
  }
  return decision.decision === 'deny'
    ? { kind: 'denied', decision }
    : undecidedBy(decision, retryAfterSeconds);
}

function undecidedBy(
  decision: Decision,
  retryAfterSeconds: number | null,
): Undecided {
  const why = decision.reasons[0]?.message ?? 'It could not be decided.';
  return { ...undecided(why, { retryAfterSeconds }), decision };
}
