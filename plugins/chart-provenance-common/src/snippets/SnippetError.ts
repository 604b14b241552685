/**
 * A text is refused: something in it cannot be written so that it stays what it is.
 *
 * @public
 */
export class SnippetError extends Error {
  override readonly name = 'SnippetError';
  readonly code:
    | 'unknown-snippet'
    | 'unknown-option'
    | 'not-available'
    | 'unsafe';

  /** @param message - one sentence for a person: what is wrong and what to do */
  constructor(code: SnippetError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
