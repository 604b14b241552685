import { readFile } from 'node:fs/promises';
import { Move, movesSchema } from './schema';

/**
 * @param path - a JSON file: `{moves: [{repository, tag, to}]}`
 * @throws when the file cannot be read or is something else
 * @public
 */
export async function readMoves(path: string): Promise<Move[]> {
  return movesSchema.parse(JSON.parse(await readFile(path, 'utf8'))).moves;
}
