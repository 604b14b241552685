import { Output } from '../Output';
import { check } from './check';
import { GateArguments } from './parseGateArguments';
import { formatGithub } from './print/formatGithub';
import { formatGitlab } from './print/formatGitlab';
import { formatJson } from './print/formatJson';
import { formatPlain } from './print/formatPlain';
import { exitCodeOf, Result } from './print/Result';
import { resolvedOf, writeResolved } from './print/writeResolved';

/** Asks, says what came of it, and writes down what may go on. @throws GateUsageError, GitError */
export async function tell(
  args: GateArguments,
  { out, err }: Output,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const { output, format } = args;
  // Whatever happens from here on, no later step goes by what an earlier run allowed.
  await writeResolved([], { output });
  const results = await check(args, env);
  const exitCode = exitCodeOf(results);
  await writeResolved(exitCode === 0 ? resolvedOf(results) : [], {
    output,
    githubOutput: format === 'github' ? env.GITHUB_OUTPUT : undefined,
  });
  show(results, args, { out, err }, exitCode);
  return exitCode;
}

function show(
  results: readonly Result[],
  { format, diff }: GateArguments,
  { out, err }: Pick<Output, 'out' | 'err'>,
  exitCode: number,
): void {
  const isNothing = results.length === 0 && diff !== undefined;
  const nothing = isNothing
    ? 'No reference to a chart is new or changed.\n'
    : '';
  switch (format) {
    case 'json':
      out(formatJson(results, exitCode));
      break;
    case 'gitlab':
      // The report is the output: what is for people goes beside it.
      err(nothing + formatPlain(results));
      out(formatGitlab(results));
      break;
    case 'github':
      out(nothing + formatGithub(results));
      break;
    default:
      out(nothing + formatPlain(results));
  }
}
