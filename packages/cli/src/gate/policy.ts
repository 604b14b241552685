import { Output } from '../Output';
import { readEndpoint } from './ask/Endpoint';
import { GateClient } from './ask/GateClient';
import { GateUsageError } from './GateUsageError';
import { fetchPolicy } from './offline/fetchPolicy';
import { GateArguments } from './parseGateArguments';
import { logLine } from './print/logLine';
import { assertReference } from './wanted';

/** `chart-provenance gate policy`: a policy file for one chart. @throws GateUsageError */
export async function policy(
  args: GateArguments,
  { out, err }: Output,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const [reference] = args.operands;
  assertReference(reference);
  const endpoint = await readEndpoint(args, env);
  const file = args.out ?? '';
  const fetched = await fetchPolicy(new GateClient(endpoint), {
    reference,
    out: file,
    now: new Date(),
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.syscall === undefined
      ? error
      : new GateUsageError(`The policy file cannot be written: ${file}`);
  });
  if ('why' in fetched) {
    err(`chart-provenance gate: ${logLine(fetched.why)}\n`);
    return fetched.refused ? 2 : 3;
  }
  const { chart, expiresAt, environments } = fetched.policy;
  const names = environments.map(({ name }) => name).join(', ');
  out(
    `${logLine(
      `Wrote ${file}: oci://${chart.registry}/${chart.repository} in ${names}, until ${expiresAt}. Whoever can change it decides what passes.`,
    )}\n`,
  );
  return 0;
}
