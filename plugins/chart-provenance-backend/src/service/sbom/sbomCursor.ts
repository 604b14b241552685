import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const cursorSchema = z.tuple([z.int().min(1), z.string()]);

/**
 * Where a page of components ended.
 *
 * @param of - what the list is made of: of another one the cursor means nothing
 */
export function encodeSbomCursor(
  end: number,
  of: readonly (string | undefined)[],
): string {
  return Buffer.from(JSON.stringify([end, hashOf(of)])).toString('base64url');
}

/** @throws InputError for what was not made by this list, or by it as it was before. */
export function decodeSbomCursor(
  text: string,
  of: readonly (string | undefined)[],
): number {
  const [start, hash] = parsed(text);
  if (hash !== hashOf(of)) {
    throw new InputError(
      'The cursor was made by another list: the SBOMs of this version changed since; start again',
    );
  }
  return start;
}

function parsed(text: string): z.infer<typeof cursorSchema> {
  try {
    const json = Buffer.from(text, 'base64url').toString('utf8');
    return cursorSchema.parse(JSON.parse(json));
  } catch {
    throw new InputError('The cursor was not made by this list');
  }
}

function hashOf(of: readonly (string | undefined)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(of)).digest();
  return hash.toString('base64url').slice(0, 16);
}
