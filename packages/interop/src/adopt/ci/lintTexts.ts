import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, run } from '../../process/run.ts';
import { installed, type Toolbox } from '../../tools/toolbox.ts';
import { gitlabProblems } from './gitlabProblems.ts';
import { chartInput, REGISTRIES, withEveryLegacy } from './inputs.ts';
import {
  everyChoice,
  generateCi,
  type Choice,
  type CiInput,
} from './product.ts';

interface Written {
  /** What was chosen, for a message. */
  title: string;
  text: string;
}

/** actionlint over every workflow there can be; with shellcheck over every script in it where that is installed. */
export async function lintsEveryWorkflow(
  tools: Toolbox,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const shellcheck = await programAt('shellcheck');
  if (shellcheck === undefined) {
    say('    shellcheck is not installed: the scripts are not read by it');
  }
  const texts = everyText('github-actions');
  const files = writeAll(texts, join(folder, 'workflows'), 'yml');
  // The reader of scripts takes seconds for each workflow: it gets one of every shape, actionlint itself all.
  await lint(tools, files, '');
  const shapes = files.filter((_, index) => index % 53 === 0);
  if (shellcheck !== undefined) {
    await lint(tools, shapes, shellcheck);
  }
  say(
    `    ${files.length} workflows, ${
      shellcheck === undefined ? 0 : shapes.length
    } with shellcheck`,
  );
}

/** Every pipeline of GitLab there can be is of the form that GitLab takes, and every script parses. */
export async function checksEveryPipeline(
  say: (line: string) => void,
): Promise<void> {
  const texts = everyText('gitlab-ci');
  for (const { title, text } of texts) {
    const problems = gitlabProblems(text);
    if (problems.length > 0) {
      throw new Error(`${title}\n${problems.join('\n')}\n${text}`);
    }
  }
  say(`    ${texts.length} pipelines`);
}

/** `sh -n`, `bash -n` and shellcheck over the scripts for any other CI. */
export async function parsesEveryScript(
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const files = writeAll(everyText('shell'), join(folder, 'scripts'), 'sh');
  for (const shell of ['sh', 'bash']) {
    for (const file of files) {
      await run(shell, ['-n', file]);
    }
  }
  const shellcheck = await programAt('shellcheck');
  if (shellcheck !== undefined) {
    await run(shellcheck, [
      '--severity=warning',
      ...files.filter((_, index) => index % 11 === 0),
    ]);
  }
  say(
    `    ${files.length} scripts${
      shellcheck === undefined
        ? '; shellcheck is not installed'
        : ', by shellcheck too'
    }`,
  );
}

async function lint(
  tools: Toolbox,
  files: readonly string[],
  shellcheck: string,
): Promise<void> {
  await run(installed(tools, 'actionlint'), [
    ...['-no-color', '-pyflakes=', `-shellcheck=${shellcheck}`],
    ...files,
  ]);
}

/**
 * Every combination of options for one registry, without a legacy server and with one; of the other servers, and of the other registries, which
 * change the log-in alone, the first choice and the last.
 */
function everyText(id: 'github-actions' | 'gitlab-ci' | 'shell'): Written[] {
  const provider = id === 'gitlab-ci' ? 'gitlab' : 'github';
  return REGISTRIES.flatMap(([host, kind], index) =>
    withEveryLegacy(chartInput(host, kind, provider)).flatMap(
      (input, server) => {
        const choices = everyChoice(id, input);
        return index === 0 && server < 2
          ? textsOf(id, input, choices)
          : textsOf(id, input, [choices[0], choices[choices.length - 1]]);
      },
    ),
  );
}

function textsOf(
  id: string,
  input: CiInput,
  choices: readonly Choice[],
): Written[] {
  return choices.flatMap(choice =>
    generateCi(id, input, choice).files.map(({ path, text }) => ({
      title: `${path} for ${input.chart.registry} ${
        input.legacy?.server ?? ''
      } ${JSON.stringify(choice)}`,
      text,
    })),
  );
}

/** Equal texts are written once. @returns the paths */
function writeAll(
  texts: readonly Written[],
  folder: string,
  ending: string,
): string[] {
  mkdirSync(folder, { recursive: true });
  const distinct = new Map(texts.map(one => [one.text, one]));
  return [...distinct.values()].map(({ title, text }, index) => {
    const file = join(folder, `${index}.${ending}`);
    writeFileSync(file, ending === 'yml' ? `# ${title}\n${text}` : text);
    return file;
  });
}

async function programAt(name: string): Promise<string | undefined> {
  const { exitCode, stdout } = await attempt('sh', [
    '-c',
    `command -v ${name}`,
  ]);
  return exitCode === 0 ? stdout.trim() : undefined;
}
