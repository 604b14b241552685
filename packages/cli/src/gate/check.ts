import { setTimeout as sleep } from 'node:timers/promises';
import { askGate } from './ask/askGate';
import { askPatiently } from './ask/askPatiently';
import { isNamed, readEndpoint } from './ask/Endpoint';
import { GateClient } from './ask/GateClient';
import { Asker, Outcome } from './ask/Outcome';
import { Changes } from './diff/changedUses';
import { readChanges } from './diff/readChanges';
import { GateUsageError } from './GateUsageError';
import { inParallel } from './inParallel';
import { askOffline } from './offline/askOffline';
import { readPolicyFile } from './offline/PolicyFile';
import { withFallback } from './offline/withFallback';
import { GateArguments } from './parseGateArguments';
import { Result } from './print/Result';
import { referencesOf, resultsOf, Wanted } from './wanted';

const AT_A_TIME = 4;
const MAX_REFERENCES = 500;

/** Asks for everything that is wanted. @throws GateUsageError, GitError */
export async function check(
  args: GateArguments,
  env: NodeJS.ProcessEnv,
): Promise<Result[]> {
  const wanted = await wantedBy(args);
  const references = referencesOf(wanted);
  if (references.length > MAX_REFERENCES) {
    throw new GateUsageError(
      `There are ${references.length} references to ask for; at most ${MAX_REFERENCES} are. Name paths, and ask in parts.`,
    );
  }
  const ask = await askerFor(args, env);
  const outcomes = new Map<string, Outcome>();
  await inParallel(references, AT_A_TIME, async reference => {
    const { environment, require } = args;
    outcomes.set(reference, await ask({ reference, environment, require }));
  });
  return resultsOf(wanted, outcomes, args);
}

async function wantedBy(args: GateArguments): Promise<Wanted> {
  const { diff, repository, operands } = args;
  if (diff === undefined) {
    return { references: operands };
  }
  const changes: Changes = await readChanges(repository, diff, operands);
  return { changes };
}

async function askerFor(
  args: GateArguments,
  env: NodeJS.ProcessEnv,
): Promise<Asker> {
  const offline = await offlineAsker(args);
  if (args.offline.length > 0) {
    return offline;
  }
  if (args.fallback.length === 0 || isNamed(args, env)) {
    const online = patient(
      askGate(new GateClient(await readEndpoint(args, env)), args),
      args,
    );
    return args.fallback.length > 0 ? withFallback(online, offline) : online;
  }
  throw new GateUsageError(
    '--fallback is for when the backend cannot be reached: say with --url where it is, or name --offline.',
  );
}

async function offlineAsker(args: GateArguments): Promise<Asker> {
  const paths = [...args.offline, ...args.fallback];
  const files = await Promise.all(paths.map(readPolicyFile));
  return askOffline({
    files,
    credentials: { type: 'dockerConfig', path: args.dockerConfig },
    record: args.record,
    now: () => new Date(),
  });
}

function patient(ask: Asker, { waitMs }: GateArguments): Asker {
  const patience = {
    until: Date.now() + waitMs,
    now: Date.now,
    sleep: async (ms: number) => {
      await sleep(ms);
    },
  };
  return question =>
    waitMs === 0 ? ask(question) : askPatiently(ask, question, patience);
}
