import { installTools } from './tools/installTools.ts';

/** Builds the tools; `--full` the larger set. Ends with 0 also where some could not be had. */
async function main(): Promise<void> {
  const set = process.argv.includes('--full') ? 'full' : 'core';
  const tools = await installTools(set, line => console.log(line));
  for (const [name, { path, reason }] of tools) {
    console.log(`${name}: ${path ?? `not runnable: ${reason}`}`);
  }
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
