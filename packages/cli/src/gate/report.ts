import { Output } from '../Output';
import { readEndpoint } from './ask/Endpoint';
import { GateClient } from './ask/GateClient';
import { reportDecisions } from './offline/reportDecisions';
import { GateArguments } from './parseGateArguments';
import { logLine } from './print/logLine';

/** `chart-provenance gate report`: tells what was decided offline. @throws GateUsageError */
export async function report(
  args: GateArguments,
  { out, err }: Output,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const [file] = args.operands;
  const client = new GateClient(await readEndpoint(args, env));
  const { accepted, known, left, why, refused } = await reportDecisions(
    client,
    file,
  );
  out(
    `${accepted} written down, ${known} known there already, ${left} not told.\n`,
  );
  if (why === null) {
    return 0;
  }
  err(`chart-provenance gate: ${logLine(why)}\n`);
  return refused ? 2 : 3;
}
