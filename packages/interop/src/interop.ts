import { readArguments } from './bench/arguments.ts';
import { runChecks } from './bench/checks.ts';
import {
  cellLines,
  checkLine,
  missingTools,
  summaryLines,
} from './bench/report.ts';
import { runBench } from './bench/runBench.ts';
import { findGo, NO_GO } from './tools/go.ts';
import { installTools } from './tools/installTools.ts';

const say = (line: string) => console.log(line);

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  if ((await findGo()) === undefined) {
    say(`The interop bench is left out. ${NO_GO}`);
    return;
  }
  const began = Date.now();
  const tools = await installTools(options.full ? 'full' : 'core', say);
  const outcomes = await runBench(tools, options, say);
  const checks = await runChecks(tools, options, say);
  say('');
  outcomes.flatMap(cellLines).forEach(say);
  checks.map(checkLine).forEach(say);
  say('');
  const missing = missingTools(tools);
  say(
    missing.length > 0 ? 'tools that could not be had' : 'every tool was had',
  );
  missing.forEach(say);
  say('');
  summaryLines(outcomes, checks).forEach(say);
  say(`${Math.round((Date.now() - began) / 1000)} s`);
  const all = [...outcomes, ...checks];
  if (!all.some(({ is }) => is === 'agreed')) {
    // A bench on which nothing could run has shown nothing.
    say('Nothing could be compared.');
    process.exitCode = 1;
  }
  if (all.some(({ is }) => is === 'disagreed')) {
    process.exitCode = 1;
  }
}

main()
  .catch(error => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  // A server that could not be stopped must not keep us.
  .finally(() => process.exit());
