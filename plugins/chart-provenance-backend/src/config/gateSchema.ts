import { z } from 'zod';
import { durationSchema } from './durationSchema';
import { boundedInteger } from './registrySchema';
import { strictObject } from './strictObject';

const NAME =
  'must be letters, digits, dots, dashes and underscores, at most 63, beginning with a letter or digit';
const ENFORCE = 'must be a day like 2027-03-01, always or never';
const PATTERNS =
  'must be a registry’s host and a repository pattern, like ghcr.io/acme/charts/**, or a list of them';
const POLICIES = 'must be the name of a policy or a list of them';

/** `gate`; its environments are read one by one. */
export const gateSchema = strictObject({
  maxAge: durationSchema({ min: '1m', max: '365d' }).optional(),
  decisionLifetime: durationSchema({ min: '1m', max: '24h' }).optional(),
  offlineLifetime: z
    .union([z.literal(false), durationSchema({ min: '5m', max: '30d' })], {
      error: 'must be a duration from 5m to 30d, written like 24h, or false',
    })
    .optional(),
  requestsPerMinute: boundedInteger(1, 1_000_000).default(600),
  environments: z
    .array(z.unknown(), { error: 'must be a list' })
    .max(200, { error: 'must have at most 200 entries' })
    .default([]),
});

/** One entry of `gate.environments`. */
export const gateEnvironmentSchema = strictObject({
  name: z
    .string({ error: NAME })
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, { error: NAME }),
  repositories: listOf(PATTERNS).optional(),
  enforceFrom: z
    .string({ error: ENFORCE })
    .refine(text => text === 'always' || text === 'never' || isDay(text), {
      error: ENFORCE,
    })
    .default('always'),
  policies: listOf(POLICIES).optional(),
  requireDigest: z.boolean({ error: 'must be true or false' }).default(false),
  requireImages: z.boolean({ error: 'must be true or false' }).default(false),
  maxAge: durationSchema({ min: '1m', max: '365d' }).optional(),
});

/** A day of the calendar: the 31st of February is none, and would be enforced on another. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  );
}

function listOf(error: string) {
  return z.union(
    [
      z
        .string()
        .min(1)
        .transform(one => [one]),
      z.array(z.string().min(1)).min(1, { error }),
    ],
    { error },
  );
}
