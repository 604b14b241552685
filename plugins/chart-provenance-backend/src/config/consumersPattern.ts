/**
 * A pattern over a whole text, ready to match. `*` stands for any text without a slash, `**` for any text, `{name}` for one
 * name, which is remembered.
 *
 * @internal
 */
export interface ConsumerPattern {
  /** As written. */
  text: string;
  parts: PatternPart[];
}

/** @internal */
export type PatternPart =
  | { kind: 'literal'; text: string }
  | { kind: 'star' }
  | { kind: 'any' }
  | { kind: 'capture'; name: string };

type Wildcard = Exclude<PatternPart, { kind: 'literal' }>;

const MAX_LENGTH = 200;
const MAX_WILDCARDS = 8;
/** What is matched is written by consumers: longer texts match nothing. */
const MAX_TEXT = 1_024;
const PIECES = /(\*+|\{[^{}]*\})/;
/** What only somebody writes who takes it for a regular expression; it would match nothing, and nobody would notice. */
const REGULAR_EXPRESSION = /^\^|\$$|[\\|]|[)\]][*+?]|\.\+/;
const CAPTURE = /^\{([a-z][A-Za-z0-9]{0,31})\}$/;

/**
 * Reads a pattern.
 *
 * @returns the pattern, or what is wrong with it (one sentence)
 * @internal
 */
export function compilePattern(
  text: string,
): { pattern: ConsumerPattern } | { problem: string } {
  if (text.length === 0 || text.length > MAX_LENGTH) {
    return { problem: `must have 1 to ${MAX_LENGTH} characters` };
  }
  if (REGULAR_EXPRESSION.test(text)) {
    return {
      problem:
        'is a regular expression; a pattern covers the whole text, with * for any text without a slash, ** for any text and {name} for one name, and several patterns are a list',
    };
  }
  const parts = text
    .split(PIECES)
    .filter(piece => piece !== '')
    .map(partOf);
  const wild = parts.map(part => part?.kind !== 'literal');
  if (parts.some(part => part === undefined)) {
    return {
      problem:
        'may hold * for any text without a slash, ** for any text and {name} for one name (a name begins with a lower-case letter), and no other * or braces',
    };
  }
  if (wild.filter(Boolean).length > MAX_WILDCARDS) {
    return { problem: `has more than ${MAX_WILDCARDS} wildcards` };
  }
  if (wild.some((is, index) => is && wild[index + 1])) {
    return {
      problem:
        'has two wildcards side by side, so that it is open where one ends; put a text between them',
    };
  }
  return { pattern: { text, parts: parts.flatMap(part => part ?? []) } };
}

/**
 * Names of the captures of a pattern, in order; one that is there twice is given twice.
 *
 * @internal
 */
export function capturesOf(pattern: ConsumerPattern): string[] {
  return pattern.parts.flatMap(part =>
    part.kind === 'capture' ? [part.name] : [],
  );
}

function partOf(piece: string): PatternPart | undefined {
  if (piece === '*') {
    return { kind: 'star' };
  }
  if (piece === '**') {
    return { kind: 'any' };
  }
  const name = CAPTURE.exec(piece)?.[1];
  if (name !== undefined) {
    return { kind: 'capture', name };
  }
  return /[*{}]/.test(piece) ? undefined : { kind: 'literal', text: piece };
}

/** Tries the ways in which one pattern can cover one text. */
class Matching {
  readonly #parts: readonly PatternPart[];
  readonly #text: string;
  readonly #captures = new Map<string, string>();
  /** What led nowhere is not tried again: consumers write the text, and must not choose how long matching takes. */
  readonly #dead = new Set<number>();

  constructor(parts: readonly PatternPart[], text: string) {
    this.#parts = parts;
    this.#text = text;
  }

  captures(): ReadonlyMap<string, string> | undefined {
    return this.#covers(0, 0, 0) ? this.#captures : undefined;
  }

  /** Do the parts from `index` on cover the text from `at` on, when the first of them has taken `taken` characters already? */
  #covers(index: number, at: number, taken: number): boolean {
    const part = this.#parts[index];
    if (part === undefined) {
      return at === this.#text.length;
    }
    const state = (index * (MAX_TEXT + 1) + at) * 2 + Number(taken > 0);
    if (this.#dead.has(state)) {
      return false;
    }
    const found =
      part.kind === 'literal'
        ? this.#text.startsWith(part.text, at) &&
          this.#covers(index + 1, at + part.text.length, 0)
        : this.#ends(part, index, at, taken) ||
          this.#goesOn(part, index, at, taken);
    if (!found) {
      this.#dead.add(state);
    }
    return found;
  }

  #ends(part: Wildcard, index: number, at: number, taken: number): boolean {
    const isCapture = part.kind === 'capture';
    if ((isCapture && taken === 0) || !this.#covers(index + 1, at, 0)) {
      return false;
    }
    if (isCapture) {
      this.#captures.set(part.name, this.#text.slice(at - taken, at));
    }
    return true;
  }

  #goesOn(part: Wildcard, index: number, at: number, taken: number): boolean {
    return (
      at < this.#text.length &&
      takes(part, this.#text[at], taken) &&
      this.#covers(index, at + 1, taken + 1)
    );
  }
}

/**
 * Matches a whole text. Where there is a choice, each wildcard takes as little as it can, from left to right.
 *
 * @returns the captures, or undefined when it does not match
 * @internal
 */
export function matchPattern(
  { parts }: ConsumerPattern,
  text: string,
): ReadonlyMap<string, string> | undefined {
  return text.length > MAX_TEXT
    ? undefined
    : new Matching(parts, text).captures();
}

function takes(part: Wildcard, character: string, taken: number): boolean {
  switch (part.kind) {
    case 'any':
      return true;
    case 'star':
      return character !== '/';
    default:
      return (taken === 0 ? /[A-Za-z0-9]/ : /[A-Za-z0-9._-]/).test(character);
  }
}
