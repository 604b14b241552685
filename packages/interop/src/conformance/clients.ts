import { installTools } from '../tools/installTools.ts';
import { reportClients } from './reportClients.ts';

const TOOLS = ['helm', 'helm3', 'cosign', 'cosign2', 'oras', 'crane'];

/** Real clients against packages/dev-registry: `yarn clients`. Ends with 1 when one of them met something else than it must. */
async function main(): Promise<void> {
  const say = (line: string) => console.log(line);
  const tools = await installTools('full', say, TOOLS);
  const { passed, failed, skipped } = await reportClients(tools, say);
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
