import { Output } from '../Output';
import { GATE_HELP } from './help';
import { GateArguments, parseGateArguments } from './parseGateArguments';
import { policy } from './policy';
import { logLine } from './print/logLine';
import { report } from './report';
import { tell } from './tell';

const COMMANDS = { check: tell, policy, report };

/** `chart-provenance gate`. */
export async function gate(
  argv: readonly string[],
  output: Output,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const say = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    output.err(`chart-provenance gate: ${logLine(message)}\n`);
  };
  let args: GateArguments;
  try {
    args = parseGateArguments(argv);
  } catch (error) {
    say(error);
    return 2;
  }
  if (args.help) {
    output.out(GATE_HELP);
    return 0;
  }
  try {
    return await COMMANDS[args.command](args, output, env);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'GateUsageError' || name === 'GitError') {
      say(error);
      // Git that fails is nothing decided: a shallow clone, say.
      return name === 'GitError' ? 3 : 2;
    }
    throw error;
  }
}
