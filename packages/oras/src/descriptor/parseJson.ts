import { OrasError } from '../error/OrasError';

const DEPTH_LIMIT = 64;

/**
 * Parses JSON from somebody else: strict UTF-8, no deeper than 64 levels.
 *
 * @throws OrasError `malformed-response`
 * @internal
 */
export function parseJson(bytes: Uint8Array, what: string): unknown {
  try {
    const text = new TextDecoder('utf-8', {
      fatal: true,
      ignoreBOM: true,
    }).decode(bytes);
    if (depthOf(text) <= DEPTH_LIMIT) {
      return JSON.parse(text);
    }
  } catch (cause) {
    throw new OrasError('malformed-response', `${what} is not JSON`, { cause });
  }
  throw new OrasError(
    'malformed-response',
    `${what} nests deeper than ${DEPTH_LIMIT} levels`,
  );
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at + 1);
    } else if (character === '{' || character === '[') {
      deepest = Math.max(deepest, ++depth);
    } else if (character === '}' || character === ']') {
      depth--;
    }
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '"') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}
