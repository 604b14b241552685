import { LintFinding } from 'backstage-plugin-chart-provenance-common';

const LINE_HEIGHT = 20;
const ABOVE = 4;

/**
 * Selects what a finding is about and brings it into view.
 *
 * @internal
 */
export function goToRange(
  area: HTMLTextAreaElement | null,
  { start, end }: Pick<LintFinding, 'start' | 'end'>,
): void {
  if (!area) {
    return;
  }
  area.focus({ preventScroll: true });
  area.setSelectionRange(start.offset, end.offset);
  // Browsers do not scroll to a selection by themselves.
  area.scrollTop = Math.max(0, (start.line - 1 - ABOVE) * LINE_HEIGHT);
}
