import { compileGlob } from '../glob/compileGlob';
import { matchGlob } from '../glob/matchGlob';
import { normaliseSource } from './normaliseSource';

/**
 * Is `source` the expected source repository? `expected` may hold `*` (one segment) and `**` (any number) after the host.
 * False for anything that cannot be read; `*` in the source itself stands for nothing.
 *
 * @public
 */
export function sourceMatches(expected: string, source: string): boolean {
  const pattern = normaliseSource(expected);
  const actual = normaliseSource(source);
  if (pattern === null || actual === null || actual.includes('*')) {
    return false;
  }
  const [host, ...path] = pattern.split('/');
  const [actualHost, ...actualPath] = actual.split('/');
  const glob = compileGlob(path.join('/'));
  return (
    host === actualHost &&
    'segments' in glob &&
    matchGlob(glob.segments, actualPath) !== undefined
  );
}
