import { installTools } from './tools/installTools.ts';

async function main(): Promise<void> {
  const tools = await installTools(line => console.log(line));
  for (const [name, path] of tools) {
    console.log(`${name}: ${path}`);
  }
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
