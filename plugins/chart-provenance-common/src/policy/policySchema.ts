import { z } from 'zod';

const TEXT = (issue: { input?: unknown }) =>
  issue.input === undefined
    ? 'It is missing.'
    : 'Write a text; a number needs quotes.';
const LIST = 'Write a list.';

const name = z
  .string({ error: TEXT })
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
    'Write at most 63 letters, digits, dots, dashes and underscores.',
  );
const text = z
  .string({ error: TEXT })
  .min(1, 'It is empty.')
  .max(512, 'It is too long.');
const flag = z.boolean({ error: 'Write true or false, without quotes.' });
const duration = z.union(
  [
    z.number().int().positive(),
    z.string().regex(/^\d{1,5}(?:s|m|h|d)$/, 'Write it like 30m, 24h or 7d.'),
  ],
  { message: 'Write it like 30m, 24h or 7d, or in milliseconds.' },
);

const ID = 'Write the id as a text, in quotes.';

/** Ids are text, but hosts count in numbers, which YAML reads as such. One that a number cannot hold exactly is refused. */
const numericId = z
  .union([text, z.number()], { message: ID })
  .refine(
    id => typeof id === 'string' || (Number.isSafeInteger(id) && id >= 0),
    {
      message: ID,
    },
  )
  .refine(id => typeof id !== 'string' || !id.includes('/'), {
    message: 'It is a name; write the id, which stays when it is renamed.',
  })
  .transform(String);

/**
 * A certificate's identity, as written.
 *
 * @internal
 */
export const keylessSchema = z
  .object({
    root: text,
    issuer: text,
    subject: text.optional(),
    subjectPattern: z.string({ error: TEXT }).min(1, 'It is empty.').optional(),
    allowAnyRef: flag.optional(),
    sourceRepositoryId: numericId.optional(),
    sourceOwnerId: numericId.optional(),
    trigger: text.optional(),
    runnerEnvironment: text.optional(),
  })
  .strict();

/**
 * A key, as written.
 *
 * @internal
 */
export const keySchema = z.object({ key: text }).strict();

/**
 * A keyring, as written.
 *
 * @internal
 */
export const keyringSchema = z.object({ keyring: text }).strict();

/**
 * A store of certificates, as written.
 *
 * @internal
 */
export const storeSchema = z
  .object({ store: text, subject: text.optional() })
  .strict();

const alternatives = z
  .array(z.unknown(), { error: LIST })
  .min(1, 'It is empty: nobody could ever sign.')
  .max(50, 'It has more than 50 alternatives.');

/**
 * What must be attested, as written; who must have is read one by one.
 *
 * @internal
 */
export const attestationSchema = z.union(
  [
    text.transform(type => ({ type })),
    z
      .object({
        type: text,
        anyOf: alternatives.optional(),
        builders: z
          .array(text)
          .min(1, 'It is empty: no builder would ever count.')
          .max(50, 'It has more than 50 builders.')
          .optional(),
      })
      .strict(),
  ],
  {
    message:
      'Write a predicate type, or {type, anyOf, builders}, of which the last two are lists.',
  },
);

/**
 * A policy, as written; its alternatives and attestations are read one by one.
 *
 * @internal
 */
export const policySchema = z
  .object({
    name,
    selectable: flag.optional(),
    anyOf: alternatives,
    require: z
      .strictObject(
        {
          attestations: z
            .array(z.unknown(), { error: LIST })
            .max(50, 'It has more than 50 entries.')
            .optional(),
        },
        {
          error: ({ code }) =>
            code === 'invalid_type'
              ? 'Write an object with attestations, a list.'
              : undefined,
        },
      )
      .optional(),
    maxStaleness: duration.optional(),
  })
  .strict();
