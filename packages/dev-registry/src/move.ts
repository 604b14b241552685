import { parseArgs } from 'node:util';
import { applyMoves } from './moves/applyMoves';
import { readMoves } from './moves/readMoves';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      registry: { type: 'string', default: 'http://127.0.0.1:5050' },
      moves: { type: 'string', default: 'examples/registry/moves.json' },
    },
  });
  const moves = await readMoves(values.moves);
  for (const { move, outcome } of await applyMoves(
    { url: values.registry },
    moves,
  )) {
    process.stdout.write(
      `${outcome}: ${move.repository}:${move.tag} -> ${move.to}\n`,
    );
  }
}

main().catch(error => {
  process.stderr.write(`moves: ${error}\n`);
  process.exitCode = 1;
});
