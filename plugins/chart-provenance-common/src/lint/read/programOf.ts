import { ShellCommand, Word } from './shell';

/** Words before a program that run it. */
const PREFIXES = new Set(
  '$ % # > ! if then do else elif while until time exec command sudo env nohup RUN run: - @ && { ('.split(
    ' ',
  ),
);
const MAX_PREFIXES = 6;

/** The words after the program, when it is this one. */
export function programOf(
  { words }: ShellCommand,
  program: RegExp,
): Word[] | undefined {
  for (let at = 0; at < Math.min(words.length, MAX_PREFIXES); at += 1) {
    const { text } = words[at];
    const base = text.slice(text.lastIndexOf('/') + 1).replace(/^[@-]+/, '');
    if (program.test(base)) {
      return words.slice(at + 1);
    }
    // `sudo -E`, `env NAME=value`, `RUN --mount=…`
    if (!PREFIXES.has(text) && !/^(?:-|[A-Za-z_]\w*=)/.test(text)) {
      return undefined;
    }
  }
  return undefined;
}
