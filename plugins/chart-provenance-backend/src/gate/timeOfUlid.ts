const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The time in a ULID, milliseconds since the epoch; undefined for a text that is none.
 *
 * @see https://github.com/ulid/spec
 */
export function timeOfUlid(id: string): number | undefined {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) {
    return undefined;
  }
  return [...id.slice(0, 10)].reduce(
    (time, character) => time * 32 + ALPHABET.indexOf(character),
    0,
  );
}
