import { InputError } from '@backstage/errors';
import { VersionQuery } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';

const LIMIT = 'limit must be a whole number from 1 to 200';
const PRERELEASES = 'prereleases must be true or false';

const versionQuerySchema = z.strictObject({
  cursor: z
    .string({ error: 'cursor must be given once' })
    .regex(/^[A-Za-z0-9_-]{1,1024}$/, {
      error: 'cursor must be the nextCursor of an earlier answer',
    })
    .optional(),
  limit: z
    .string({ error: LIMIT })
    .regex(/^\d{1,3}$/, { error: LIMIT })
    .transform(Number)
    .pipe(z.number().min(1, { error: LIMIT }).max(200, { error: LIMIT }))
    .optional(),
  status: z
    .enum(['verified', 'rejected', 'unsigned', 'indeterminate'], {
      error:
        'status must be one of verified, rejected, unsigned, indeterminate',
    })
    .optional(),
  filter: z
    .string({ error: 'filter must be given once' })
    .max(200, { error: 'filter must be at most 200 characters' })
    // No PostgreSQL column can hold it, and the database's own error would be the answer.
    .refine(text => !text.includes('\u0000'), {
      error: 'filter must not contain the character NUL',
    })
    .optional(),
  prereleases: z
    .enum(['true', 'false'], { error: PRERELEASES })
    .transform(written => written === 'true')
    .optional(),
});

/** Reads the filters of the version list. @throws InputError with everything that is wrong. */
export function parseVersionQuery(query: unknown): VersionQuery {
  const result = versionQuerySchema.safeParse(asWritten(query));
  if (!result.success) {
    throw new InputError(
      result.error.issues.map(issue => issue.message).join('; '),
    );
  }
  return result.data;
}

/** The document's validator turns numbers and booleans of the query into such; here they are read as written. */
function asWritten(query: unknown): unknown {
  if (typeof query !== 'object' || query === null) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : value,
    ]),
  );
}
