import { InputError } from '@backstage/errors';
import {
  MigrationPlan,
  SignOffRequest,
} from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { parseWith } from './parseWith';

const DAY = 'must be a day, like 2027-03-01, or null';
const daySchema = z
  .string({ error: DAY })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: DAY })
  .nullable()
  .default(null);

const noteSchema = z
  .string({ error: 'must be a text' })
  .max(2_000, { error: 'must be at most 2,000 characters' })
  // No PostgreSQL column can hold it.
  .refine(text => !text.includes('\u0000'), {
    error: 'must not contain the character NUL',
  })
  .default('');

const signOffSchema: z.ZodType<SignOffRequest> = z.strictObject({
  result: z.enum(['done', 'notApplicable', 'open'], {
    error: 'must be one of done, notApplicable, open',
  }),
  note: noteSchema,
  expiresOn: daySchema,
});

const planSchema: z.ZodType<MigrationPlan> = z.strictObject({
  cutOverOn: daySchema,
  deprecatedOn: daySchema,
  retireOn: daySchema,
  supportedSince: daySchema,
  note: noteSchema,
});

/** Reads a sign-off. Whether its day makes sense is for the checklist to say. @throws InputError */
export function parseSignOff(body: unknown): SignOffRequest {
  return parseWith(signOffSchema, body);
}

/** Reads a plan. Whether its days make sense together is for the migration to say. @throws InputError */
export function parsePlan(body: unknown): MigrationPlan {
  return parseWith(planSchema, body);
}

/** Reads the id of a check. @throws InputError */
export function parseCheckId(written: string | undefined): string {
  if (written === undefined || !/^[a-z][a-z0-9-]{0,62}$/.test(written)) {
    throw new InputError(
      'checkId must be lower-case letters, digits and dashes, at most 63, beginning with a letter',
    );
  }
  return written;
}
