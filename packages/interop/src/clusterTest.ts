import { runClusterTest } from './cluster/runClusterTest.ts';
import {
  kubernetesNotRunnable,
  KUBERNETES_TOOLS,
} from './services/kubernetes/kubernetesApi.ts';
import { findGo, NO_GO } from './tools/go.ts';
import { installTools } from './tools/installTools.ts';

const say = (line: string) => console.log(line);

/** Ends with 0 also where there is no Go, and says so. */
async function main(): Promise<void> {
  if ((await findGo()) === undefined) {
    say(`The cluster test is left out. ${NO_GO}`);
    return;
  }
  const began = Date.now();
  const tools = await installTools('core', say, KUBERNETES_TOOLS);
  const reason = kubernetesNotRunnable(tools);
  if (reason !== undefined) {
    throw new Error(`The cluster test cannot run: ${reason}`);
  }
  const succeeded = await runClusterTest(tools, say);
  say(`${Math.round((Date.now() - began) / 1000)} s`);
  process.exitCode = succeeded ? 0 : 1;
}

main()
  .catch(error => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  // A server that could not be stopped must not keep us.
  .finally(() => process.exit());
