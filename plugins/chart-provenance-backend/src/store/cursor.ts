import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** PostgreSQL text cannot hold NUL, and answers with an error of its own. */
const columnText = (max: number) =>
  z
    .string()
    .max(max)
    .refine(text => !text.includes('\u0000'));

const versionCursorSchema = z.tuple([
  columnText(512),
  columnText(24),
  columnText(160),
]);
/** Where a page of versions ended: the values of the columns the list is ordered by. */
export type VersionCursor = z.infer<typeof versionCursorSchema>;

/** Makes a cursor opaque. */
export function encodeCursor(cursor: VersionCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws InputError for what `encodeCursor` did not write. */
export function decodeCursor(text: string): VersionCursor {
  try {
    return versionCursorSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError('The cursor was not made by this list');
  }
}
