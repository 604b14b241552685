import type { MigrationState } from '../../api/migrationTypes';
import { checkSections } from './checkSections';
import { plain } from './escape';
import { paritySection } from './paritySection';
import { headSection, rollbackSection, stepSection } from './phaseSections';

/**
 * The page as Markdown (GitHub's), for a pull request, a ticket or a mail. Whatever publishers, deployers and people wrote stays text in it: no
 * markup, link, mention, HTML or table cell of theirs comes to be. Bounded, as the state is: every text is cut.
 *
 * @param title - what the chart or its entity is called
 * @returns text that ends with a line break
 * @public
 */
export function migrationMarkdown(
  state: MigrationState,
  title: string,
): string {
  return [
    `# Migration of ${plain(title, 200)}`,
    '',
    ...headSection(state),
    ...stepSection(state),
    ...checkSections(state),
    ...paritySection(state),
    ...rollbackSection(state),
    '',
  ].join('\n');
}
