import { z } from 'zod';
import { parseWith } from './parseWith';

const QUERY =
  'query must be a digest, or part of an image’s name: 3 to 300 letters, digits and . _ - / :';

const querySchema = z.strictObject({
  query: z
    .string({ error: QUERY })
    .regex(/^[A-Za-z0-9._\-/:[\]]{3,300}$/, { error: QUERY }),
});

/** Reads which image is asked for. @throws InputError */
export function parseImageQuery(query: unknown): string {
  return parseWith(querySchema, query).query;
}
