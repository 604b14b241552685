import { measureHostile } from './measureHostile';

/** Run by a test as a process of its own: prints what everything hostile costs, as JSON. */
async function main(): Promise<void> {
  process.stdout.write(JSON.stringify(await measureHostile(1)));
}

main().catch(error => {
  process.stderr.write(`${error}`);
  process.exitCode = 1;
});
