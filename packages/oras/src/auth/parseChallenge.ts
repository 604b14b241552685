/**
 * One `WWW-Authenticate` challenge.
 *
 * @internal
 */
export interface Challenge {
  /** Lower case: `bearer`, `basic`, or something unknown. */
  scheme: string;
  /** Names in lower case. */
  parameters: Readonly<Record<string, string>>;
}

const LENGTH_LIMIT = 8_192;
const TOKEN = /[A-Za-z0-9!#$%&'*+.^_`|~-]+/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const SEPARATORS = /[\s,]*/y;

/**
 * Parses a `WWW-Authenticate` header, with several challenges if need be. What cannot be read ends the parse; what was read before
 * it counts.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.www-authenticate
 * @see https://distribution.github.io/distribution/spec/auth/token/
 * @internal
 */
export function parseChallenges(header: string | undefined): Challenge[] {
  const text = (header ?? '').slice(0, LENGTH_LIMIT);
  const challenges: { scheme: string; parameters: Record<string, string> }[] =
    [];
  let at = take(text, SEPARATORS, 0)?.end ?? 0;
  while (at < text.length) {
    const word = take(text, TOKEN, at);
    if (!word) {
      break;
    }
    const value = parameterValue(text, word.end);
    const current = challenges[challenges.length - 1];
    if (value === undefined) {
      challenges.push({ scheme: word.text.toLowerCase(), parameters: {} });
    } else if (current) {
      current.parameters[word.text.toLowerCase()] = value.text;
    }
    at = take(text, SEPARATORS, value?.end ?? word.end)?.end ?? text.length;
  }
  return challenges;
}

interface Taken {
  text: string;
  end: number;
}

function parameterValue(text: string, start: number): Taken | undefined {
  const equals = take(text, /\s*=\s*/y, start);
  if (!equals) {
    return undefined;
  }
  const quoted = take(text, QUOTED, equals.end);
  if (quoted) {
    const inner = quoted.text.slice(1, -1).replace(/\\(.)/g, '$1');
    return { text: inner, end: quoted.end };
  }
  return take(text, TOKEN, equals.end) ?? { text: '', end: text.length };
}

function take(text: string, pattern: RegExp, start: number): Taken | undefined {
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  return found ? { text: found[0], end: start + found[0].length } : undefined;
}
