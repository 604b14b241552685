import { InputError } from '@backstage/errors';
import { SbomQuery } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';

const LIMIT = 'limit must be a whole number from 1 to 500';
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

const written = (name: string, max: number) =>
  z
    .string({ error: `${name} must be given once` })
    .max(max, { error: `${name} must be at most ${max} characters` });

const oneOf = <const T extends readonly string[]>(name: string, words: T) =>
  z.enum(words, { error: `${name} must be one of ${words.join(', ')}` });

const sbomQuerySchema = z.strictObject({
  evidence: z
    .string()
    .regex(DIGEST, { error: 'evidence must be a digest' })
    .optional(),
  against: z
    .string()
    .regex(/^(?:none|sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/, {
      error: 'against must be a digest, or none',
    })
    .optional(),
  filter: written('filter', 200).optional(),
  licence: written('licence', 500).optional(),
  kind: oneOf('kind', ['package', 'image', 'chart', 'other']).optional(),
  change: oneOf('change', ['added', 'removed', 'changed', 'same']).optional(),
  limit: z
    .union([z.number(), z.string()], { error: LIMIT })
    .transform(String)
    .pipe(z.string().regex(/^\d{1,3}$/, { error: LIMIT }))
    .transform(Number)
    .pipe(z.number().min(1, { error: LIMIT }).max(500, { error: LIMIT }))
    .optional(),
  cursor: z
    .string({ error: 'cursor must be given once' })
    .regex(/^[A-Za-z0-9_-]{1,256}$/, {
      error: 'cursor must be the nextCursor of an earlier answer',
    })
    .optional(),
});

/** Reads the filters of an SBOM's components. @throws InputError with everything that is wrong. */
export function parseSbomQuery(query: unknown): SbomQuery {
  const result = sbomQuerySchema.safeParse(query ?? {});
  if (!result.success) {
    throw new InputError(
      result.error.issues.map(issue => issue.message).join('; '),
    );
  }
  return result.data;
}
