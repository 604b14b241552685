import { doctor } from './doctor/doctor';
import { gate } from './gate/gate';
import { lint } from './lint/lint';
import { Output } from './Output';

const HELP = `Usage: chart-provenance <command> [options]

Commands:
  gate     Ask whether chart versions may go on: named, or changed by a pull request
  lint     Look for mistakes in references to charts, in files
  doctor   Test every configured registry, legacy repository and trust root, from here

chart-provenance <command> --help says more.
`;

/**
 * Runs one command.
 *
 * @returns the exit code: 0 well, 1 something failed, 2 asked for in a way that cannot be done, 3 nothing could be decided
 */
export async function main(
  argv: readonly string[],
  output: Output,
): Promise<number> {
  const [command, ...rest] = argv;
  switch (command) {
    case 'doctor':
      return doctor(rest, output);
    case 'gate':
      return gate(rest, output);
    case 'lint':
      return lint(rest, output);
    case 'help':
    case '--help':
    case '-h':
      output.out(HELP);
      return 0;
    default:
      output.err(command === undefined ? HELP : `Unknown command.\n\n${HELP}`);
      return 2;
  }
}
