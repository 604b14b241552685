/** What a JSON text may hold. */
export interface JsonLimits {
  maxBytes: number;
  maxDepth: number;
  /** Members and elements in all. */
  maxNodes: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/**
 * Looks once over the bytes, before anything is parsed or allocated: a hostile text has to cost less than an honest one.
 * Says nothing about well-formedness.
 *
 * @returns which limit is exceeded, in words; undefined when none is.
 */
export function scanJson(
  bytes: Uint8Array,
  limits: JsonLimits,
): string | undefined {
  if (bytes.length > limits.maxBytes) {
    return `larger than ${limits.maxBytes} bytes`;
  }
  let depth = 0;
  let nodes = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
    } else if (OPENING.has(byte)) {
      depth++;
      nodes++;
    } else if (CLOSING.has(byte)) {
      depth--;
    } else if (byte === COMMA) {
      nodes++;
    }
    if (depth > limits.maxDepth) {
      return `nested deeper than ${limits.maxDepth} levels`;
    }
    if (nodes > limits.maxNodes) {
      return `more than ${limits.maxNodes} values`;
    }
  }
  return undefined;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) {
    at += bytes[at] === BACKSLASH ? 2 : 1;
  }
  return at;
}
