import {
  ChartReference,
  ChartReferenceError,
  parseChartReference,
} from 'backstage-plugin-chart-provenance-common';
import { Outcome } from './ask/Outcome';
import { ChangedUse, Changes } from './diff/changedUses';
import { GateUsageError } from './GateUsageError';
import { Result } from './print/Result';

const BY_TAG =
  'It names no digest: what was decided is what the tag points at now, and it may point elsewhere when it is deployed.';

/** What is to be decided: references as they were named, or what a pull request changes. */
export type Wanted = { references: string[] } | { changes: Changes };

/** The references to ask for, each once. @throws GateUsageError for a text that is none */
export function referencesOf(wanted: Wanted): string[] {
  const references =
    'references' in wanted
      ? wanted.references.map(checked)
      : wanted.changes.uses.flatMap(({ ask }) =>
          ask.kind === 'reference' ? [ask.reference] : [],
        );
  return [...new Set(references)];
}

/** What came of each, in the order in which they were wanted. */
export function resultsOf(
  wanted: Wanted,
  outcomes: ReadonlyMap<string, Outcome>,
  { allowUnasked }: { allowUnasked: boolean },
): Result[] {
  const outcomeOf = (reference: string) => {
    const outcome = outcomes.get(reference);
    if (!outcome) {
      throw new Error(`Nobody was asked about ${reference}`);
    }
    return outcome;
  };
  if ('references' in wanted) {
    return wanted.references.map(reference => ({
      subject: reference,
      place: null,
      who: '',
      outcome: outcomeOf(reference),
      notes: [],
    }));
  }
  const { uses, unread } = wanted.changes;
  return [
    ...uses.map(use => resultOf(use, outcomeOf, allowUnasked)),
    ...unread.map(({ path, why }) => ({
      subject: path || 'The repository',
      place: path ? { path, line: 1 } : null,
      who: '',
      outcome: { kind: 'unread' as const, why },
      notes: [],
    })),
  ];
}

function resultOf(
  { ask, path, line, who, written }: ChangedUse,
  outcomeOf: (reference: string) => Outcome,
  allowUnasked: boolean,
): Result {
  const place = { path, line };
  if (ask.kind === 'unasked') {
    const { why } = ask;
    const outcome = { kind: 'unasked' as const, why, allowed: allowUnasked };
    return { subject: written, place, who, outcome, notes: [] };
  }
  const outcome = outcomeOf(ask.reference);
  const isDecided = outcome.kind === 'proceed' || outcome.kind === 'denied';
  return {
    subject: ask.reference,
    place,
    who,
    outcome,
    notes: ask.byTag && isDecided ? [BY_TAG] : [],
  };
}

function checked(text: string): string {
  const { tag, digest } = assertReference(text);
  if (tag === undefined && digest === undefined) {
    throw new GateUsageError(
      `${text} names neither a tag nor a digest: write one, like oci://ghcr.io/acme/charts/payments:1.8.2.`,
    );
  }
  return text;
}

/** @throws GateUsageError for what is no reference to a chart */
export function assertReference(text: string): ChartReference {
  try {
    return parseChartReference(text);
  } catch (error) {
    throw error instanceof ChartReferenceError
      ? new GateUsageError(error.message)
      : error;
  }
}
