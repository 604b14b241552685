import { shellQuote } from '../../commands/shellQuote';
import { plainText } from './plainText';

/**
 * One word for a POSIX shell.
 *
 * @throws SnippetError `unsafe`
 * @internal
 */
export function shellText(
  text: string,
  what: string,
  options: { dollar?: boolean } = {},
): string {
  // `plainText` has refused all that `shellQuote` has no word for.
  return shellQuote(plainText(text, what, options))!;
}
