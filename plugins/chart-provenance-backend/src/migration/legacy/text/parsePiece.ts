import { FAILSAFE_SCHEMA, load } from 'js-yaml';

/** How a piece is written. */
export type Notation = 'yaml' | 'json';

/**
 * Parses a piece of an index, or a small one whole. YAML is read with every scalar a text as written (elsewhere a version 1.10 becomes
 * 1.1), no merge keys, no key twice, and no deeper than the library's 100 levels; an alias is the same object again, so it makes nothing bigger.
 *
 * @throws Error in the library's own words, which repeat what was written
 */
export function parsePiece(bytes: Uint8Array, notation: Notation): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return notation === 'json'
    ? JSON.parse(text)
    : load(text, { schema: FAILSAFE_SCHEMA });
}
