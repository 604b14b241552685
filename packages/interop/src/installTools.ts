import { installTools } from './tools/installTools.ts';

try {
  const tools = await installTools(line => console.log(line));
  for (const [name, path] of tools) {
    console.log(`${name}: ${path}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
