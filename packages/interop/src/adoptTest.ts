import { parseArgs } from 'node:util';
import { PARTS } from './adopt/parts.ts';
import { findGo, NO_GO } from './tools/go.ts';
import { installTools } from './tools/installTools.ts';

const say = (line: string) => console.log(line);

/** Tries what is generated with the tools it is for. Ends with 0 also where there is no Go, and says so. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: Object.keys(PARTS) },
      // Also with the tools that take long to build.
      full: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.filter(name => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no part ${unknown.join(', ')}; there are ${Object.keys(
        PARTS,
      ).join(', ')}`,
    );
  }
  if ((await findGo()) === undefined) {
    say(`The test of what is generated is left out. ${NO_GO}`);
    return;
  }
  const tools = await installTools(values.full ? 'full' : 'core', say);
  const failed: string[] = [];
  for (const name of values.only) {
    say(`\n== ${name}`);
    const began = Date.now();
    const run = await PARTS[name]();
    if (!(await run(tools, say))) {
      failed.push(name);
    }
    say(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
  if (failed.length > 0) {
    throw new Error(`Failed: ${failed.join(', ')}`);
  }
}

main()
  .catch(error => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  // A server that could not be stopped must not keep us.
  .finally(() => process.exit());
