/**
 * One part of a glob; each stands for whole path segments.
 *
 * @public
 */
export type GlobSegment =
  | { kind: 'literal'; text: string }
  /** `*`: exactly one segment. */
  | { kind: 'any' }
  /** `**`: any number of segments, none included. */
  | { kind: 'rest' }
  /** `{name}`: exactly one segment, remembered. */
  | { kind: 'capture'; name: string };

const CAPTURE = /^\{([a-z][A-Za-z0-9]{0,31})\}$/;
const MAX_SEGMENTS = 32;

/**
 * Reads a glob of whole path segments. Nothing is matched by parts of a segment: `acme-*` would let `acme-evil` in.
 *
 * @returns the segments, or what is wrong (sentences, all of them)
 * @public
 */
export function compileGlob(
  pattern: string,
): { segments: GlobSegment[] } | { problems: string[] } {
  const problems: string[] = [];
  const names = new Set<string>();
  const parts = pattern.split('/');
  const segments = parts.map((part): GlobSegment => {
    if (part === '*' || part === '**') {
      return { kind: part === '*' ? 'any' : 'rest' };
    }
    const name = CAPTURE.exec(part)?.[1];
    if (name !== undefined) {
      if (names.has(name)) {
        problems.push(
          `{${name}} occurs twice; give each capture its own name.`,
        );
      }
      names.add(name);
      return { kind: 'capture', name };
    }
    problems.push(...literalProblems(part));
    return { kind: 'literal', text: part };
  });
  if (parts.length > MAX_SEGMENTS) {
    problems.push(`It has more than ${MAX_SEGMENTS} segments.`);
  }
  return problems.length > 0 ? { problems } : { segments };
}

/**
 * Names of the captures of a glob.
 *
 * @internal
 */
export function captureNames(segments: readonly GlobSegment[]): string[] {
  return segments.flatMap(segment =>
    segment.kind === 'capture' ? [segment.name] : [],
  );
}

function literalProblems(part: string): string[] {
  if (part === '') {
    return ['It has an empty segment; remove the slash too many.'];
  }
  if (/[*{}]/.test(part)) {
    return [
      `“${part}” mixes text with * or a capture; use *, ** or {name} for a whole segment (a capture begins with a lower-case letter).`,
    ];
  }
  if (part === '.' || part === '..' || /[\s\\?#@:]/.test(part)) {
    return [`“${part}” cannot be a path segment.`];
  }
  return [];
}
