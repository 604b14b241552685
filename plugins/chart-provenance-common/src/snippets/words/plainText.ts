import { SnippetError } from '../SnippetError';

/** What some tool on the way expands: GitHub and Kyverno (`{{`), shells, Terraform, GitLab and Flux (`$`), Terraform (`%{`), CircleCI and Go templates (`<<`). */
const EXPANDED = /\$\{|\{\{|\}\}|%\{|<<|\$\(|`/;

/**
 * The text, when it can stand in a generated file: one line, nothing invisible, and nothing that a templating language on the way would expand.
 *
 * @param what - for the message, e.g. `the subject that the policy acme-release names`
 * @param options - `dollar: true` lets single dollars be, as the end of an anchored expression has one
 * @throws SnippetError `unsafe`
 * @internal
 */
export function plainText(
  text: string,
  what: string,
  options: { dollar?: boolean; max?: number } = {},
): string {
  const { dollar = false, max = 2_000 } = options;
  const problem = problemOf(text, dollar, max);
  if (problem !== undefined) {
    throw new SnippetError(
      'unsafe',
      `No text is made: ${what} ${problem}, which tools on the way would not leave as it is. Write the text by hand, or change the name.`,
    );
  }
  return text;
}

function problemOf(
  text: string,
  dollar: boolean,
  max: number,
): string | undefined {
  if (text.length === 0) {
    return 'is empty';
  }
  if (text.length > max) {
    return `is longer than ${max} characters`;
  }
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) {
    return 'holds characters that cannot be seen';
  }
  if (EXPANDED.test(text) || (!dollar && text.includes('$'))) {
    return 'holds what templates are made of';
  }
  return undefined;
}
