import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { attempt } from '../../../process/run.ts';
import { StepFailed, type JobOutputs } from './Job.ts';

interface Workflow {
  env: Record<string, string>;
  jobs: Record<string, WorkflowJob>;
}

interface WorkflowJob {
  env?: Record<string, string>;
  outputs?: Record<string, string>;
  steps: {
    name?: string;
    id?: string;
    uses?: string;
    run?: string;
    env?: Record<string, string>;
  }[];
}

/** What GitHub's expressions stand for: `github.ref` → value. */
export type Contexts = Record<string, string>;

export interface GithubRun {
  text: string;
  /** A folder of the job's own: checked out, or empty. */
  workspace: string;
  contexts: Contexts;
  /** The machine's own: programs, services, home. */
  machine: NodeJS.ProcessEnv;
  /** Names of steps that do not run: somebody took them out. */
  leaveOut?: readonly string[];
}

/**
 * Runs the scripts of one job as they stand in the workflow, one process each, as GitHub does: `bash --noprofile --norc -eo pipefail`,
 * with expressions in `env` alone. Steps that use an action are left out: the machine has what they would install.
 *
 * @throws StepFailed with the first step that fails
 */
export async function runGithubJob(
  id: string,
  run: GithubRun,
): Promise<JobOutputs> {
  const workflow: Workflow = parse(run.text);
  const job = workflow.jobs[id];
  const outputs: Record<string, string> = {};
  const common = { ...run.machine, ...resolved(workflow.env, run.contexts) };
  mkdirSync(run.workspace, { recursive: true });
  for (const step of job.steps) {
    if (step.run === undefined || run.leaveOut?.includes(step.name ?? '')) {
      continue;
    }
    const written = join(run.workspace, '..', `output-${id}`);
    writeFileSync(written, '');
    const { exitCode, stdout, stderr } = await attempt(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: run.workspace,
        env: {
          ...common,
          ...resolved(job.env ?? {}, run.contexts),
          ...resolved(step.env ?? {}, run.contexts),
          GITHUB_OUTPUT: written,
        },
        limitMs: 60_000,
      },
    );
    if (exitCode !== 0) {
      throw new StepFailed(step.name ?? '', stderr + stdout);
    }
    for (const line of readFileSync(written, 'utf8').split('\n')) {
      const [name, ...value] = line.split('=');
      outputs[`steps.${step.id}.outputs.${name}`] = value.join('=');
    }
  }
  return resolved(job.outputs ?? {}, { ...run.contexts, ...outputs });
}

/** @throws for an expression that nothing is known for */
function resolved(
  env: Readonly<Record<string, string>>,
  contexts: Contexts,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ *([^}]*?) *\}\}/g, (_, expression: string) => {
        if (!Object.hasOwn(contexts, expression)) {
          throw new Error(`nothing is known of ${expression}`);
        }
        return contexts[expression];
      }),
    ]),
  );
}
