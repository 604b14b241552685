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

/** Anything but lines of text: it is shown to others, and in a terminal. Turned directions would make it read as something else. */
const UNSEEN =
  /[^\P{Cc}\t\r\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const noteSchema = z
  .string({ error: 'must be a text' })
  .max(2_000, { error: 'must be at most 2,000 characters' })
  // NUL among them, which no PostgreSQL column can hold.
  .refine(text => !UNSEEN.test(text), {
    error: 'must not contain control characters',
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
