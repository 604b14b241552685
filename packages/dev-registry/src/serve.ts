import { parseArgs } from 'node:util';
import { serveDemo } from './serveDemo';

export { serveDemo } from './serveDemo';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: 'examples/registry' },
      overlay: { type: 'string' },
      moves: { type: 'string' },
      port: { type: 'string', default: '5050' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const registry = await serveDemo({
    root: values.root,
    overlayDirectory: values.overlay,
    moves: values.moves,
    port: Number(values.port),
    log: values.verbose ? print : undefined,
  });
  print(`registry listening on ${registry.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void registry.close());
  }
}

if (require.main === module) {
  main().catch(error => {
    process.stderr.write(`registry: ${error}\n`);
    process.exitCode = 1;
  });
}
