import { reasonOf, Verdict } from 'backstage-plugin-chart-provenance-common';

/** The stored verdict, or the one that says that there is none yet. */
export function storedVerdictOf(
  verdict: Verdict | null,
  decidedAt: string,
): Verdict {
  return (
    verdict ?? {
      status: 'indeterminate',
      reasons: [reasonOf('not-yet-judged', 'It has not been judged yet.')],
      requirements: [],
      policies: [],
      decidedAt,
    }
  );
}
