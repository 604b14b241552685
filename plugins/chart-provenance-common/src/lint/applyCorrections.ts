import { LintFinding } from '../api/lintTypes';

/**
 * The text with every correction made; null when there is none. Of corrections that overlap the first is made, and a further run finds what
 * is left.
 *
 * @public
 */
export function applyCorrections(
  text: string,
  findings: readonly LintFinding[],
): string | null {
  const parts: string[] = [];
  let at = 0;
  let made = false;
  for (const { start, end, correction } of sorted(findings)) {
    if (correction !== null && start.offset >= at) {
      parts.push(text.slice(at, start.offset), correction);
      at = end.offset;
      made = true;
    }
  }
  return made ? [...parts, text.slice(at)].join('') : null;
}

function sorted(findings: readonly LintFinding[]): LintFinding[] {
  return [...findings].sort(
    (a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset,
  );
}
