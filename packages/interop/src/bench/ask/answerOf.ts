import type { Outcome } from '../../process/run.ts';
import type { Answer } from './ToolAnswers.ts';

const MOST = 240;

/** What a tool said by its exit code, and in which words it refused. */
export function answerOf({ exitCode, stderr }: Outcome): Answer {
  if (exitCode === 0) {
    return { accepted: true, words: '' };
  }
  const lines = stderr.trim().split('\n');
  const error = lines.find(line => line.startsWith('Error:'));
  return {
    accepted: false,
    words: (error ?? lines.at(-1) ?? '').slice(0, MOST),
  };
}
