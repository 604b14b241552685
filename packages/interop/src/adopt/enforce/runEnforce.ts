import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Steps } from '../../cluster/Steps.ts';
import { pinnedTools, toolPath } from '../../tools/pins.ts';
import { agreesWithConsumers } from './agreesWithConsumers.ts';
import { acceptsPolicies } from './acceptsPolicies.ts';
import { judgesImages } from './judgesImages.ts';
import { passesOwnTests } from './passesOwnTests.ts';
import { patchesSources } from './patchesSources.ts';
import { verifiesCharts } from './signatures.ts';
import { startTufMirror } from './tufMirror.ts';
import { installed, notRunnable, type Toolbox } from '../../tools/toolbox.ts';
import { refusesEvasions } from './evasions/refusesEvasions.ts';
import { startGround } from '../../bench/ground/startGround.ts';
import { KyvernoCli } from './KyvernoCli.ts';

/** Holds generated policies against the tools they are for. @returns whether all was as it must be */
export async function runEnforce(
  tools: Toolbox,
  say: (line: string) => void,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-enforce-'));
  const steps = new Steps(say);
  try {
    const reason = notRunnable(tools, 'kyverno');
    if (reason !== undefined) {
      throw new Error(`The policies cannot be tried: ${reason}`);
    }
    const kyverno = new KyvernoCli(installed(tools, 'kyverno'), folder);
    for (const id of ['kyverno', 'kyverno-clusterpolicy']) {
      await steps.step(`${id}: every text passes its own tests`, () =>
        passesOwnTests(kyverno, id),
      );
    }
    for (const id of ['kyverno', 'kyverno-clusterpolicy'] as const) {
      await steps.step(`${id}: ways around it are refused, or told`, () =>
        refusesEvasions(kyverno, id),
      );
    }
    await steps.step('what consumers are told to write passes', () =>
      agreesWithConsumers(kyverno),
    );
    await steps.step('a real API server takes every policy', () =>
      acceptsPolicies(tools, folder),
    );
    await steps.step('the patch for Flux leaves nothing of its author’s', () =>
      patchesSources(installed(tools, 'kubectl'), folder),
    );
    await verify(tools, kyverno, folder, steps, say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(steps.summary());
  return steps.succeeded;
}

/** One that takes long to build is used where somebody built it. */
function cachedTool(name: string): string | undefined {
  const tool = pinnedTools('full').find(one => one.name === name);
  const path = tool && toolPath(tool);
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** With a Sigstore and a registry of our own. */
async function verify(
  tools: Toolbox,
  kyverno: KyvernoCli,
  folder: string,
  steps: Steps,
  say: (line: string) => void,
): Promise<void> {
  const ground = await startGround(tools, ['debian'], join(folder), {
    rekorV1: false,
  });
  try {
    const mirror = await startTufMirror(ground);
    try {
      const references = await steps.step(
        'Kyverno verifies charts that are really signed',
        () => verifiesCharts(ground, kyverno, mirror),
      );
      const tester = cachedTool('policy-tester');
      if (tester === undefined) {
        say(
          '- policy-controller does not run: policy-tester was not built here, see `yarn interop --full`',
        );
      } else if (references !== undefined) {
        await steps.step('policy-controller goes by the signer', () =>
          judgesImages(tester, ground, references),
        );
      }
    } finally {
      mirror.stop();
    }
  } finally {
    await ground.stop();
  }
}
