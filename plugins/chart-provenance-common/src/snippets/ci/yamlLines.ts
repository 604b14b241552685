import { yamlText } from '../words';

/**
 * Lines further to the right; empty ones stay empty.
 *
 * @internal
 */
export function indented(lines: readonly string[], by: number): string[] {
  return lines.map(line => (line === '' ? line : ' '.repeat(by) + line));
}

/**
 * Comment lines, each at most about 110 characters.
 *
 * @internal
 */
export function commentLines(texts: readonly string[]): string[] {
  return texts.flatMap(text => wrap(text).map(line => `# ${line}`));
}

/**
 * One line for each variable, as YAML that every reader takes for exactly that text; notes stand above.
 *
 * @internal
 */
export function variableLines(
  values: Readonly<Record<string, string>>,
  notes: Readonly<Record<string, string>> = {},
): string[] {
  return Object.entries(values).flatMap(([name, value]) => [
    ...(Object.hasOwn(notes, name) ? commentLines([notes[name]]) : []),
    `${name}: ${value === '' ? '""' : yamlText(value)}`,
  ]);
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 105) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
