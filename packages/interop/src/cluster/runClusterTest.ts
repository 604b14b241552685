import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Toolbox } from '../tools/toolbox.ts';
import { expectedConsumers } from './expected.ts';
import {
  hasConsumers,
  tellsWhatItCouldNotRead,
  tellsWhatItMayNotRead,
} from './productSteps.ts';
import { startClusterGround, type ClusterGround } from './startGround.ts';
import { takesDemoObjects } from './demoObjects.ts';
import { Steps } from './Steps.ts';
import { accountReadsNoMore, proxyListsAll } from './throughProxy.ts';

/** Reads the example company's consumers from real API servers through the real Kubernetes plugin. @returns whether all was as it must be. */
export async function runClusterTest(
  tools: Toolbox,
  say: (line: string) => void,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-cluster-'));
  const steps = new Steps(say);
  try {
    const ground = await startClusterGround(tools, folder, say);
    try {
      await play(ground, steps);
    } finally {
      await ground.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(steps.summary());
  return steps.succeeded;
}

async function play(ground: ClusterGround, steps: Steps): Promise<void> {
  const { api, prod, staging, place } = ground;
  const clusters = [prod, staging];
  await steps.step("the plugin's proxy lists every kind, broken ones too", () =>
    proxyListsAll(api, clusters),
  );
  await steps.step('the shipped role reads no Secret and writes nothing', () =>
    accountReadsNoMore(staging),
  );
  for (const chart of expectedConsumers(place)) {
    await steps.step(`consumers of ${chart.chart}`, () =>
      hasConsumers(api, chart),
    );
  }
  await steps.step('what could not be read is named', () =>
    tellsWhatItCouldNotRead(api),
  );
  await steps.step(
    'a permission taken away is named, and deletes nothing',
    () => tellsWhatItMayNotRead(ground),
  );
  await steps.step("a real API server takes the demo's objects", () =>
    takesDemoObjects(staging),
  );
}
