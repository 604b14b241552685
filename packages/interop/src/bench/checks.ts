import { runConformance } from '../conformance/runConformance.ts';
import { attempt } from '../process/run.ts';
import { installed, notRunnable, type Toolbox } from '../tools/toolbox.ts';
import type { BenchOptions } from './arguments.ts';

/** Something of the full set that is no cell. */
export interface Check {
  name: string;
  is: 'agreed' | 'disagreed' | 'not-runnable';
  words: string;
}

type Say = (line: string) => void;

const RUNS = [
  { tool: 'kyverno', args: ['version'] },
  { tool: 'flux', args: ['version', '--client'] },
];

/** Runs what the full set has besides cells; nothing without `--full`. */
export async function runChecks(
  tools: Toolbox,
  { full, only }: BenchOptions,
  say: Say,
): Promise<Check[]> {
  const wanted = (name: string) =>
    full && (only.length === 0 || only.some(it => name.includes(it)));
  const checks: Check[] = [];
  for (const { tool, args } of RUNS) {
    if (wanted(tool)) {
      checks.push(await runs(tools, tool, args));
    }
  }
  if (wanted('conformance')) {
    checks.push(await conforms(tools, say));
  }
  return checks;
}

/** Only that it runs: what it makes of charts is for another bench. */
async function runs(
  tools: Toolbox,
  name: string,
  args: string[],
): Promise<Check> {
  const reason = notRunnable(tools, name);
  if (reason !== undefined) {
    const words = tools.get(name)?.reason ?? reason;
    return { name, is: 'not-runnable', words };
  }
  const { exitCode, stdout, stderr } = await attempt(
    installed(tools, name),
    args,
    { env: { PATH: process.env.PATH }, limitMs: 60_000 },
  );
  const [words = ''] = (stdout + stderr).trim().split('\n');
  return { name, is: exitCode === 0 ? 'agreed' : 'disagreed', words };
}

async function conforms(tools: Toolbox, say: Say): Promise<Check> {
  const name = 'conformance of dev-registry';
  const { passed, failed, skipped } = await runConformance(tools, say);
  const words = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  if (passed + failed === 0) {
    const reason = notRunnable(tools, 'conformance') ?? words;
    return { name, is: 'not-runnable', words: reason };
  }
  return { name, is: failed === 0 ? 'agreed' : 'disagreed', words };
}
