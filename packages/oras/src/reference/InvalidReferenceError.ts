/**
 * Why a text is no reference, closed.
 *
 * @public
 */
export type ReferenceProblem =
  | 'empty'
  | 'too-long'
  | 'whitespace'
  | 'scheme'
  | 'missing-registry'
  | 'bad-registry'
  | 'bad-port'
  | 'missing-repository'
  | 'uppercase-repository'
  | 'bad-repository'
  | 'repository-too-long'
  | 'empty-tag'
  | 'bad-tag'
  | 'tag-too-long'
  | 'empty-digest'
  | 'bad-digest-algorithm'
  | 'bad-digest-length'
  | 'bad-digest-hex';

/** Longest part of the input that a message repeats, characters. */
const QUOTED = 120;

/**
 * A text that does not parse, with where and how to mend it. Across package copies compare `name` and `problem`, not
 * `instanceof`.
 *
 * @public
 */
export class InvalidReferenceError extends Error {
  override readonly name = 'InvalidReferenceError';
  readonly code = 'invalid-reference';
  /** The whole text, as given. */
  readonly text: string;
  /** Offset of the first character the grammar cannot take, from 0; the text's length when something is missing there. */
  readonly position: number;
  readonly problem: ReferenceProblem;
  /** How to mend it, a phrase. */
  readonly fix: string;

  constructor(
    text: string,
    position: number,
    problem: ReferenceProblem,
    what: string,
    fix: string,
  ) {
    const shown = JSON.stringify(
      text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text,
    );
    super(`${shown}: ${what} (at position ${position}); ${fix}`);
    this.text = text;
    this.position = position;
    this.problem = problem;
    this.fix = fix;
  }
}
