import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { UnclaimedRecord } from '../../store';

const MOST = 200;
const USUAL = 50;

/** Filters of the list of charts that nobody owns. */
export interface UnclaimedQuery {
  cursor?: string;
  /** 1 to 200; 50 unless told. */
  limit?: number;
  /** Part of a reference; case does not matter. */
  filter?: string;
}

const cursorSchema = z.tuple([z.string().max(2_000), z.string().max(100)]);

/**
 * One page of the records, in order of reference and id. The cursor names the last one shown, so that a list that changed meanwhile
 * repeats and skips nothing that stayed.
 *
 * @throws InputError for a cursor or limit that is none
 */
export function pageOf(
  records: readonly UnclaimedRecord[],
  { cursor, limit = USUAL, filter = '' }: UnclaimedQuery,
): { items: UnclaimedRecord[]; nextCursor: string | null; total: number } {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw new InputError(`limit must be a whole number from 1 to ${MOST}`);
  }
  const part = filter.trim().toLowerCase();
  const matching = records
    .filter(({ reference }) => reference.toLowerCase().includes(part))
    .sort(compare);
  const after = cursor === undefined ? undefined : decode(cursor);
  const rest = after
    ? matching.filter(record => compare(record, after) > 0)
    : matching;
  const items = rest.slice(0, limit);
  const last = items[items.length - 1];
  return {
    items,
    nextCursor: rest.length > limit ? encode(last) : null,
    total: matching.length,
  };
}

type Position = Pick<UnclaimedRecord, 'reference' | 'id'>;

function compare(a: Position, b: Position): number {
  if (a.reference !== b.reference) {
    return a.reference < b.reference ? -1 : 1;
  }
  return Number(a.id > b.id) - Number(a.id < b.id);
}

function encode({ reference, id }: Position): string {
  return Buffer.from(JSON.stringify([reference, id])).toString('base64url');
}

function decode(text: string): Position {
  try {
    const [reference, id] = cursorSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
    return { reference, id };
  } catch {
    throw new InputError('The cursor was not made by this list');
  }
}
