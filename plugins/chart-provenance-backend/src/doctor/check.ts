import {
  DoctorActor,
  DoctorCheck,
  DoctorResult,
} from 'backstage-plugin-chart-provenance-common';

/** What is found of one thing, before it has an id. */
export interface Finding {
  result: DoctorResult;
  sentence: string;
  /** What to do and who can; none when there is nothing to do. */
  next?: { what: string; who: DoctorActor };
}

/** All is well. */
export const ok = (sentence: string): Finding => ({ result: 'ok', sentence });

/** It could not be tried. */
export const unknown = (sentence: string, next?: Finding['next']): Finding => ({
  result: 'unknown',
  sentence,
  next,
});

/** It works, and somebody should look at it. */
export const warning = (sentence: string, next: Finding['next']): Finding => ({
  result: 'warning',
  sentence,
  next,
});

/** It does not work. */
export const failed = (sentence: string, next: Finding['next']): Finding => ({
  result: 'failed',
  sentence,
  next,
});

/** Puts an id, a name and what is peculiar about it to a finding. */
export function checkOf(
  id: string,
  what: string,
  { result, sentence, next }: Finding,
  notes: readonly (string | null)[] = [],
): DoctorCheck {
  return {
    id,
    what,
    result,
    sentence,
    next: next?.what ?? null,
    who: next?.who ?? null,
    notes: notes.filter(note => note !== null),
  };
}
