import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/**
 * A ULID: 26 characters, of which the first ten are the time, so that ids sort by it.
 *
 * @see https://github.com/ulid/spec
 */
export function newDecisionId(now: Date): string {
  let time = '';
  let left = now.getTime();
  while (time.length < TIME_LENGTH) {
    time = ALPHABET[left % 32] + time;
    left = Math.floor(left / 32);
  }
  const random = [...randomBytes(RANDOM_LENGTH)].map(
    byte => ALPHABET[byte % 32],
  );
  return time + random.join('');
}
