import { z } from 'zod';
import { MAX_SUBJECTS } from './bounds';

/**
 * An in-toto statement, version 1 or 0.1. The predicate is read later, and only once it is proven.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md
 */
export const statementSchema = z.object({
  _type: z.enum([
    'https://in-toto.io/Statement/v1',
    'https://in-toto.io/Statement/v0.1',
  ]),
  predicateType: z.string().min(1).max(512),
  subject: z
    .array(z.object({ digest: z.record(z.string(), z.string()) }))
    .min(1)
    .max(MAX_SUBJECTS),
  predicate: z.unknown(),
});
