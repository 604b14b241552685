import { MAX_NAMES } from './bounds';

/** Different texts that are not empty, as many as are kept. */
export function fewNames(names: Iterable<string>): string[] {
  const kept = new Set<string>();
  for (const name of names) {
    if (name !== '') {
      kept.add(name);
    }
    if (kept.size === MAX_NAMES) {
      break;
    }
  }
  return [...kept];
}
