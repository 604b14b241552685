/**
 * One way in which the texts a pattern matches begin. A closed path is the whole text; an open one goes on in ways that are not
 * listed, from `openAt` (offset in the pattern) on.
 *
 * @internal
 */
export interface LiteralPath {
  text: string;
  openAt?: number;
}

/**
 * What the analysis does not follow; whoever calls takes everything from there on as open.
 *
 * @internal
 */
export class NotFollowedError extends Error {
  override readonly name = 'NotFollowedError';
  readonly position: number;

  constructor(position: number) {
    super(`not followed at ${position}`);
    this.position = position;
  }
}

const MAX_PATHS = 200;
const META = '\\^$.|?*+()[]{}';

class PathReader {
  position = 0;
  readonly #pattern: string;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  atEnd(): boolean {
    return this.position >= this.#pattern.length;
  }

  alternatives(): LiteralPath[] {
    const paths = this.#sequence();
    while (this.#take('|')) {
      paths.push(...this.#sequence());
      this.#bound(paths);
    }
    return paths;
  }

  #sequence(): LiteralPath[] {
    let paths: LiteralPath[] = [{ text: '' }];
    while (!this.atEnd() && !this.#at('|') && !this.#at(')')) {
      const start = this.position;
      const next = this.#quantified(this.#atom(), start);
      paths = paths.flatMap(path =>
        path.openAt === undefined
          ? next.map(({ text, openAt }) => ({ text: path.text + text, openAt }))
          : [path],
      );
      this.#bound(paths);
    }
    return paths;
  }

  #atom(): LiteralPath[] {
    const start = this.position;
    const char = this.#pattern[start];
    this.position += 1;
    switch (char) {
      case '^':
      case '$':
        return [{ text: '' }];
      case '.':
        return [{ text: '', openAt: start }];
      case '\\':
        return this.#escape(start);
      case '[':
        return this.#characterClass(start);
      case '(':
        return this.#group(start);
      default:
        return [{ text: this.#literal(char, start) }];
    }
  }

  #literal(char: string, start: number): string {
    // Beyond printable ASCII one character may be several units, to which a quantifier would apply differently.
    if (!/^[\x20-\x7e]$/.test(char) || ')|?*+'.includes(char)) {
      throw new NotFollowedError(start);
    }
    return char;
  }

  #escape(start: number): LiteralPath[] {
    const char = this.#pattern[this.position] ?? '';
    this.position += 1;
    if (/^[^\sA-Za-z0-9]$/.test(char)) {
      return [{ text: this.#literalPunctuation(char, start) }];
    }
    if ('AzbB'.includes(char)) {
      return [{ text: '' }];
    }
    if ('dwsDWS'.includes(char)) {
      return [{ text: '', openAt: start }];
    }
    throw new NotFollowedError(start);
  }

  #literalPunctuation(char: string, start: number): string {
    if (META.includes(char) || /^[\x21-\x7e]$/.test(char)) {
      return char;
    }
    throw new NotFollowedError(start);
  }

  /** Open, and only its end matters. Named classes and a bracket inside are not followed: where they end is easily misjudged. */
  #characterClass(start: number): LiteralPath[] {
    const simple =
      /^(?:\^|(?!\^))(?:[^\]\\[]|\\[^A-Za-z0-9]|\\[dwsDWS])+\]/.exec(
        this.#pattern.slice(this.position),
      );
    if (!simple) {
      throw new NotFollowedError(start);
    }
    this.position += simple[0].length;
    return [{ text: '', openAt: start }];
  }

  #group(start: number): LiteralPath[] {
    if (this.#at('?')) {
      const prefix = /^\?(?::|P?<[A-Za-z_]\w*>)/.exec(
        this.#pattern.slice(this.position),
      );
      if (!prefix) {
        throw new NotFollowedError(start);
      }
      this.position += prefix[0].length;
    }
    const paths = this.alternatives();
    if (!this.#take(')')) {
      throw new NotFollowedError(start);
    }
    return paths;
  }

  #quantified(paths: LiteralPath[], start: number): LiteralPath[] {
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(
      this.#pattern.slice(this.position),
    )?.[0];
    if (quantifier === undefined) {
      return paths;
    }
    this.position += quantifier.length;
    return quantifier.startsWith('?')
      ? [...paths, { text: '' }]
      : [{ text: '', openAt: start }];
  }

  #bound(paths: readonly LiteralPath[]): void {
    if (paths.length > MAX_PATHS) {
      throw new NotFollowedError(this.position);
    }
  }

  #at(char: string): boolean {
    return this.#pattern[this.position] === char;
  }

  #take(char: string): boolean {
    const found = this.#at(char);
    this.position += found ? 1 : 0;
    return found;
  }
}

/**
 * Lists how the texts a pattern matches can begin. Every text that the pattern matches is one of the closed paths or begins with
 * one of the open ones: alternatives, `?` and plain groups are followed, assertions (`^`, `$`, `\b`) only ever exclude texts and so
 * count as empty, and anything else is open. Sound for RE2 syntax because what is not recognised is refused.
 *
 * @throws NotFollowedError for flags, character classes by name and other constructs that change what follows
 * @internal
 */
export function literalPaths(pattern: string): LiteralPath[] {
  const reader = new PathReader(pattern);
  const paths = reader.alternatives();
  if (!reader.atEnd()) {
    throw new NotFollowedError(reader.position);
  }
  return paths;
}
