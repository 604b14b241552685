// The example company moves from a chart repository to a registry in front of a real API server, the real Helm and kubectl: phases
// advance by themselves, a roll-back is followed to the letter, and a repository that goes too early is shouted about.
import { Steps } from '../../packages/interop/src/cluster/Steps.ts';
import { KUBERNETES_TOOLS } from '../../packages/interop/src/services/kubernetes/kubernetesApi.ts';
import { findGo, NO_GO } from '../../packages/interop/src/tools/go.ts';
import { installTools } from '../../packages/interop/src/tools/installTools.ts';
import { notRunnable } from '../../packages/interop/src/tools/toolbox.ts';
import { startEstate } from './lib/estate.mjs';
import { CHAPTERS, sceneOf } from './lib/story.mjs';

const TOOLS = ['helm', 'kubectl', ...KUBERNETES_TOOLS];
const say = line => console.log(line);

async function play() {
  const tools = await installTools('core', say, TOOLS);
  const reason = notRunnable(tools, ...TOOLS);
  if (reason !== undefined) {
    throw new Error(`The story cannot be played: ${reason}`);
  }
  const estate = await startEstate(tools, say);
  const steps = new Steps(say);
  try {
    const scene = sceneOf(estate);
    for (const [title, chapter] of CHAPTERS) {
      await steps.step(title, () => chapter(scene));
      // What follows stands on it.
      if (!steps.succeeded) break;
    }
  } finally {
    await estate.stop();
  }
  say(steps.summary());
  process.exitCode = steps.succeeded ? 0 : 1;
}

async function main() {
  if ((await findGo()) === undefined) {
    say(`The story of the company is left out. ${NO_GO}`);
    return;
  }
  const began = Date.now();
  await play();
  say(`${Math.round((Date.now() - began) / 1000)} s`);
}

main()
  .catch(error => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  // A server that could not be stopped must not keep us.
  .finally(() => process.exit());
