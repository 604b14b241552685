import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LINT_RULES, lintText, ruleWords } from '.';

const DOCUMENT = readFileSync(
  resolve(__dirname, '../../../../docs/rules.md'),
  'utf8',
);

/** Examples without a name are of a kind that the text itself does not tell. */
const NAMES: Record<string, string> = { sh: 'x.sh', yaml: 'x.yaml', text: '' };

function sectionOf(rule: string): string {
  return (
    DOCUMENT.split(/^## /m).find(section => section.startsWith(`${rule}\n`)) ??
    ''
  );
}

function examplesIn(section: string) {
  return [...section.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(
    ([, language, name, text]) => ({
      text,
      filename: name || NAMES[language],
    }),
  );
}

it('has no section for a rule that is none', () => {
  const headings = [...DOCUMENT.matchAll(/^## (\S+)$/gm)].map(([, id]) => id);
  expect(headings).toEqual([...LINT_RULES]);
});

describe.each(LINT_RULES)('%s', rule => {
  const section = sectionOf(rule);
  const [wrong, right, ...others] = examplesIn(section);

  it('is explained in the words that the checker uses', () => {
    const { severity, message, fix } = ruleWords(rule)!;
    const plain = section.replace(/\s+/g, ' ').toLowerCase();
    expect(plain).toContain(`**${severity}.**`);
    // Prettier may escape what Markdown would read.
    expect(plain.replaceAll('\\', '')).toContain(message.toLowerCase());
    expect(plain.replaceAll('\\', '')).toContain(fix.toLowerCase());
    expect(others).toEqual([]);
  });

  it('finds what is wrong in its example, and nothing else', () => {
    const { findings } = lintText(wrong);
    expect(new Set(findings.map(found => found.rule))).toEqual(new Set([rule]));
    const print = findings.find(({ tool }) => tool)?.tool;
    const [, said = null] = /prints: `([^`]*)`/.exec(section) ?? [];
    expect(said).toBe(print?.prints.replaceAll('`', '') ?? null);
    expect(findings[0].anchor).toBe(`#${rule}`);
  });

  it('is silent on the right one, and on what it corrected itself', () => {
    expect(lintText(right).findings).toEqual([]);
    const text = lintText(wrong).corrected ?? right.text;
    expect(lintText({ ...wrong, text }).findings).toEqual([]);
  });
});
