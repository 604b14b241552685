import { plainLine } from '../../plainLine';

/**
 * One line that is safe on a terminal and in a job's log, where `##[…]` and `##vso[…]` anywhere in a line, and `::…::` at its beginning, are
 * commands to the runner. Whoever writes a chart or a pull request writes some of what is shown.
 */
export function logLine(text: string): string {
  return plainLine(text)
    .replace(/##(?=\[|vso\[)/gi, '# #')
    .replace(/^::/, ': :');
}
