import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Steps } from '../../cluster/Steps.ts';
import { notRunnable, type Toolbox } from '../../tools/toolbox.ts';
import { startCiGround } from './ground/startGround.ts';
import {
  checksEveryPipeline,
  lintsEveryWorkflow,
  parsesEveryScript,
} from './lintTexts.ts';
import { callsTheGate } from './releases/gateCall.ts';
import { playFurther } from './releases/further.ts';
import { playGitlabAndShell } from './releases/gitlabAndShell.ts';
import { playGuards, playTampered } from './releases/tampered.ts';
import { playVariants } from './releases/variants.ts';
import { keepsHostileTextsInert } from './hostileTexts.ts';

/** Without these nothing can be played. */
const NEEDED = [
  ...['helm', 'cosign', 'oras', 'fulcio', 'rekor-server'],
  'timestamp-server',
];

/**
 * Holds generated pipelines against the tools they are for, and plays releases by the scripts that stand in them.
 *
 * @returns whether all was as it must be
 */
export async function runCi(
  tools: Toolbox,
  say: (line: string) => void,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-ci-'));
  const steps = new Steps(say);
  try {
    await readTexts(tools, folder, steps, say);
    const reason = notRunnable(tools, ...NEEDED);
    if (reason === undefined) {
      await playReleases(tools, folder, steps, say);
    } else {
      say(`- no release is played: ${reason}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(steps.summary());
  return steps.succeeded;
}

async function readTexts(
  tools: Toolbox,
  folder: string,
  steps: Steps,
  say: (line: string) => void,
): Promise<void> {
  const reason = notRunnable(tools, 'actionlint');
  if (reason === undefined) {
    await steps.step('actionlint takes every workflow', () =>
      lintsEveryWorkflow(tools, folder, say),
    );
  } else {
    say(`- no workflow is read: ${reason}`);
  }
  await steps.step('every pipeline of GitLab has its form', () =>
    checksEveryPipeline(say),
  );
  await steps.step('every script parses', () => parsesEveryScript(folder, say));
  await steps.step(
    'hostile names come out as they went in, or are refused',
    () => keepsHostileTextsInert(say),
  );
}

async function playReleases(
  tools: Toolbox,
  folder: string,
  steps: Steps,
  say: (line: string) => void,
): Promise<void> {
  const ground = await startCiGround(tools, folder);
  try {
    await playVariants(ground, steps, say);
    await playTampered(ground, steps);
    await playGuards(ground, steps);
    await playGitlabAndShell(ground, steps, say);
    await playFurther(ground, steps);
    await steps.step('the gate is called as the command line has it', () =>
      callsTheGate(ground),
    );
  } finally {
    await ground.stop();
  }
}
