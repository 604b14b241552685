import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes one step out of a copy of the sources.
 *
 * @returns a function that puts it back.
 * @throws when the step is not there, or in several places: then the list is out of date.
 */
export function applyMutation(folder, { id, file, from, to }) {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  const places = source.split(from).length - 1;
  if (places !== 1) {
    throw new Error(
      `${id}: ${file} holds the text to be removed ${places} times instead of once`,
    );
  }
  // As a function, so that a $ in the text means a $.
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  return () => writeFileSync(path, source);
}
