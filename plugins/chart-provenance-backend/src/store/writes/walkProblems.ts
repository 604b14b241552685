import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { WalkProblem, WalkResult } from '../../walk/types';

/** Facts about what was published: asking again would find the same. The judge weighs them version by version. */
const CONTENT: readonly ReasonCode[] = [
  'evidence-too-large',
  'evidence-incomplete',
  'unsupported-format',
  'ambiguous-index',
  'name-or-version-mismatch',
];

/**
 * The failure to show and to try again for: one of the whole repository before one of a tag. Undefined when there is none;
 * facts about what was published are no failures.
 */
export function gravestFailure(
  problems: readonly WalkProblem[],
): WalkProblem | undefined {
  const failures = problems.filter(isFailure);
  return failures.find(({ at }) => at === undefined) ?? failures[0];
}

/**
 * Was everything read that the stored verdicts rest on? Something new that could not be read has no verdict that could be out
 * of date: one dangling tag must not make a whole chart stale. What was known and could not be looked at again does.
 */
export function isSuccess(result: WalkResult): boolean {
  const added = new Set<string>(result.versions.map(({ digest }) => digest));
  const known = new Set<string>(
    result.tags
      .filter(({ digest }) => !added.has(digest))
      .flatMap(({ tag, digest }) => [tag, digest]),
  );
  return !result.problems
    .filter(isFailure)
    .some(({ at }) => at === undefined || known.has(at));
}

/** A problem of the whole repository always is one: nothing published explains what was not looked at. */
function isFailure({ side, code, at, note }: WalkProblem): boolean {
  if (note) {
    return false;
  }
  return at === undefined || (side !== 'chart' && !CONTENT.includes(code));
}
