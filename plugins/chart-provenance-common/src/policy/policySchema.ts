import { z } from 'zod';

const name = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
    'Write at most 63 letters, digits, dots, dashes and underscores.',
  );
const text = z.string().min(1, 'It is empty.').max(512, 'It is too long.');
const duration = z.union(
  [
    z.number().int().positive(),
    z.string().regex(/^\d{1,5}(?:s|m|h|d)$/, 'Write it like 30m, 24h or 7d.'),
  ],
  { message: 'Write it like 30m, 24h or 7d, or in milliseconds.' },
);

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
    subjectPattern: z.string().min(1, 'It is empty.').optional(),
    allowAnyRef: z.boolean().optional(),
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
 * A policy, as written; its alternatives are read one by one.
 *
 * @internal
 */
export const policySchema = z
  .object({
    name,
    selectable: z.boolean().optional(),
    anyOf: z
      .array(z.unknown())
      .min(1, 'It is empty: nobody could ever sign.')
      .max(50, 'It has more than 50 alternatives.'),
    require: z
      .object({ attestations: z.array(text).max(50).optional() })
      .strict()
      .optional(),
    maxStaleness: duration.optional(),
  })
  .strict();
