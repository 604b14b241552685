import { installTools } from '../tools/installTools.ts';
import { runSuites } from './runSuites.ts';

/** The conformance suite against packages/dev-registry: `yarn oci-conformance`. */
async function main(): Promise<void> {
  const say = (line: string) => console.log(line);
  const tools = await installTools('full', say, ['conformance']);
  const { passed, failed, skipped } = await runSuites(tools, say);
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
