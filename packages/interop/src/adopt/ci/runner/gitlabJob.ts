import { mkdirSync } from 'node:fs';
import { parse } from 'yaml';
import { attempt } from '../../../process/run.ts';
import { StepFailed } from './Job.ts';

interface Pipeline {
  variables: Record<string, string>;
  [job: string]: {
    variables?: Record<string, string>;
    script?: string[];
  } & Record<string, unknown>;
}

export interface GitlabRun {
  text: string;
  workspace: string;
  /** `CI_COMMIT_TAG` and the like, and what earlier jobs handed on. */
  predefined: Record<string, string>;
  machine: NodeJS.ProcessEnv;
}

/**
 * Runs the script of one job as it stands in the pipeline, in one shell, as GitLab's runner does: `sh` under `set -e`. The first entry has the
 * tools fetched, and is left out: the machine has them.
 *
 * @throws StepFailed with the number of the entry that fails
 */
export async function runGitlabJob(id: string, run: GitlabRun): Promise<void> {
  const pipeline: Pipeline = parse(run.text);
  const { script = [] } = pipeline[id];
  const entries = script[0].includes('apk add') ? script.slice(1) : script;
  mkdirSync(run.workspace, { recursive: true });
  const { exitCode, stdout, stderr } = await attempt(
    'sh',
    [
      '-c',
      [
        'set -e',
        ...entries.flatMap((entry, index) => [
          `echo "entry ${index}" >&2`,
          entry,
        ]),
      ].join('\n'),
    ],
    {
      cwd: run.workspace,
      env: {
        ...run.machine,
        ...run.predefined,
        ...expanded(pipeline.variables, run.predefined),
      },
      limitMs: 120_000,
    },
  );
  if (exitCode !== 0) {
    const last = [...stderr.matchAll(/^entry (\d+)$/gm)].at(-1)?.[1] ?? '';
    throw new StepFailed(nameOf(entries[Number(last)] ?? ''), stderr + stdout);
  }
}

/** As GitLab expands variables in variables. */
function expanded(
  variables: Readonly<Record<string, string>>,
  predefined: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      value.replace(/\$([A-Z_]+)/g, (_, key: string) => predefined[key] ?? ''),
    ]),
  );
}

/** The first command that is no preparation says what an entry is for. */
function nameOf(entry: string): string {
  return (
    /^(cosign [a-z-]+|helm [a-z]+)/m.exec(entry)?.[1] ?? entry.split('\n')[0]
  );
}
