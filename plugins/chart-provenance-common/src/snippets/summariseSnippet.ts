import type { Snippet, SnippetFile } from '../api/snippetTypes';
import { code, plain } from '../migration/markdown/escape';

/** Longer than any sentence of ours with the names that it holds. */
const LONGEST = 2_000;

/**
 * What a text is worth, in Markdown for a pull request. Names of consumers and policies stand in it, which others wrote: they stay text, and
 * make no links, mentions, HTML or commands of the host.
 *
 * @param paths - where the files lie, where that is not where the text suggests
 * @public
 */
export function summariseSnippet(
  {
    guarantees,
    cannot,
    notes,
    files,
  }: Pick<Snippet, 'guarantees' | 'cannot' | 'notes'> & {
    files: readonly Pick<SnippetFile, 'path'>[];
  },
  paths: readonly string[] = files.map(({ path }) => path),
): string {
  const sentences = (lines: readonly string[]) =>
    lines.map(line => plain(line, LONGEST));
  return [
    plain(guarantees, LONGEST),
    ...list(
      'Files',
      paths.map(path => code(path)),
    ),
    ...list('What it cannot do', sentences(cannot)),
    ...list('Before merging', sentences(notes)),
  ].join('\n');
}

/** The lines are Markdown already. */
function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : [`\n**${title}**\n`, ...lines.map(line => `- ${line}`)];
}
