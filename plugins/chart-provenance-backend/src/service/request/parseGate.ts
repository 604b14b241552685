import {
  GateChange,
  GateLogQuery,
  GateRequest,
  GateRequirements,
} from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { parseWith } from './parseWith';

/** Anything but one line of text: it is kept, and shown to others. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** One line of text, so long at most. */
export const lineSchema = (max: number) =>
  z
    .string({ error: 'must be a text' })
    .min(1, { error: 'must not be empty' })
    .max(max, { error: `must be at most ${max} characters` })
    .refine(text => !UNSEEN.test(text), {
      error: 'must be one line without control characters',
    });

const namesSchema = z
  .array(lineSchema(200), { error: 'must be a list of texts' })
  .max(20, { error: 'must have at most 20 entries' });

const SECONDS = 'must be a whole number of seconds from 1 to 31536000';

/** What a caller adds. */
export const requirementsSchema: z.ZodType<GateRequirements> = z.strictObject({
  policies: namesSchema.optional(),
  attestations: namesSchema.optional(),
  digest: z.boolean({ error: 'must be true or false' }).optional(),
  maxAgeSeconds: z
    .number({ error: SECONDS })
    .int({ error: SECONDS })
    .min(1, { error: SECONDS })
    .max(31_536_000, { error: SECONDS })
    .optional(),
});

/** Name of an environment. */
export const environmentSchema = z
  .string({ error: 'must be the name of an environment' })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, {
    error:
      'must be letters, digits, dots, dashes and underscores, at most 63, beginning with a letter or digit',
  });

const requestSchema: z.ZodType<GateRequest> = z.strictObject({
  reference: lineSchema(1_000),
  environment: environmentSchema.optional(),
  require: requirementsSchema.optional(),
});

const LIMIT = 'must be a whole number from 1 to 200';
const TIME = 'must be a time, like 2027-03-01T00:00:00Z';
/** Written as the log has it, so that times compare as texts. */
const timeSchema = z
  .string({ error: TIME })
  .max(40, { error: TIME })
  .refine(text => /^\d{4}-\d{2}-\d{2}/.test(text) && !isNaN(Date.parse(text)), {
    error: TIME,
  })
  .transform(text => new Date(text).toISOString());

const logShape = {
  decision: z
    .enum(['allow', 'deny', 'undecided'], {
      error: 'must be one of allow, deny, undecided',
    })
    .optional(),
  environment: environmentSchema.optional(),
  chartId: z
    .string({ error: 'must be given once' })
    .regex(/^[A-Za-z0-9_-]{16}$/, {
      error: 'must be the 16 characters that the list of charts gives',
    })
    .optional(),
  filter: z
    .string({ error: 'must be given once' })
    .max(200, { error: 'must be at most 200 characters' })
    .refine(text => !text.includes('\u0000'), {
      error: 'must not contain the character NUL',
    })
    .optional(),
  from: timeSchema.optional(),
  until: timeSchema.optional(),
};

const logSchema: z.ZodType<GateLogQuery> = z.strictObject({
  ...logShape,
  cursor: z
    .string({ error: 'must be given once' })
    .regex(/^[A-Za-z0-9_-]{1,1024}$/, {
      error: 'must be the nextCursor of an earlier answer',
    })
    .optional(),
  limit: z.coerce
    .number({ error: LIMIT })
    .int({ error: LIMIT })
    .min(1, { error: LIMIT })
    .max(200, { error: LIMIT })
    .optional(),
});

/** How the log is written out. */
export type ExportFormat = 'csv' | 'jsonl';

const exportSchema = z.strictObject({
  ...logShape,
  format: z.enum(['csv', 'jsonl'], { error: 'must be csv or jsonl' }),
});

const changeSchema: z.ZodType<GateChange> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('enforcement'),
      environment: environmentSchema,
    }),
    z.strictObject({
      kind: z.literal('policy'),
      policy: lineSchema(200),
      charts: lineSchema(1_000).optional(),
    }),
    z.strictObject({
      kind: z.literal('policy-text'),
      text: z
        .string({ error: 'must be a text' })
        .max(65_536, { error: 'must be at most 65,536 characters' }),
      charts: lineSchema(1_000).optional(),
    }),
    z.strictObject({
      kind: z.literal('retire'),
      chartId: z.string().regex(/^[A-Za-z0-9_-]{16}$/, {
        error: 'must be the 16 characters that the list of charts gives',
      }),
    }),
  ],
  { error: 'must be one of enforcement, policy, policy-text, retire' },
);

/** Reads a question to the gate. @throws InputError with everything that is wrong */
export function parseGateRequest(body: unknown): GateRequest {
  return parseWith(requestSchema, body);
}

/** Reads the filters of the log. @throws InputError */
export function parseGateLogQuery(query: unknown): GateLogQuery {
  return parseWith(logSchema, query);
}

/** Reads what is to be written out. @throws InputError */
export function parseExportQuery(query: unknown): {
  format: ExportFormat;
  query: GateLogQuery;
} {
  const { format, ...rest } = parseWith(exportSchema, query);
  return { format, query: rest };
}

/** Reads a change whose effect is asked for. @throws InputError */
export function parseGateChange(body: unknown): GateChange {
  return parseWith(changeSchema, body);
}
