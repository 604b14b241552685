import { GlobSegment } from './compileGlob';

/**
 * Matches a glob against a whole path. Linear in pattern × path: on a mismatch only the last `**` is widened by one segment,
 * which is enough because every other part stands for exactly one.
 *
 * @returns the captures (an object without prototype), or undefined when the path does not match
 * @public
 */
export function matchGlob(
  segments: readonly GlobSegment[],
  path: readonly string[],
): Record<string, string> | undefined {
  const captures: Record<string, string> = Object.create(null);
  let at = 0;
  let reached = 0;
  let retry: { at: number; reached: number } | undefined;
  while (reached < path.length) {
    const segment = segments[at];
    if (segment?.kind === 'rest') {
      retry = { at: at + 1, reached };
      at += 1;
    } else if (segment && matchesOne(segment, path[reached], captures)) {
      at += 1;
      reached += 1;
    } else if (retry) {
      retry = { at: retry.at, reached: retry.reached + 1 };
      ({ at, reached } = retry);
    } else {
      return undefined;
    }
  }
  const complete = segments.slice(at).every(({ kind }) => kind === 'rest');
  return complete ? captures : undefined;
}

function matchesOne(
  segment: GlobSegment,
  text: string,
  captures: Record<string, string>,
): boolean {
  if (segment.kind === 'literal') {
    return segment.text === text;
  }
  if (segment.kind === 'capture') {
    captures[segment.name] = text;
  }
  return true;
}
