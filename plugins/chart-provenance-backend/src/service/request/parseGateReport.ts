import { OfflineDecision } from 'backstage-plugin-chart-provenance-common/gate';
import { GATE_REASON_CODES } from 'backstage-plugin-chart-provenance-common/gate';
import { z } from 'zod';
import { environmentSchema, lineSchema, requirementsSchema } from './parseGate';
import { parseWith } from './parseWith';

/** What one report may hold: a body is bounded, and so is what one transaction writes. */
const MAX_DECISIONS = 100;

const HASH = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'must be 64 lower-case hexadecimal digits',
});
const DIGEST = z
  .string()
  .regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/, {
    error: 'must be a digest',
  });
const TIME = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, {
    error: 'must be a time like 2027-03-01T00:00:00.000Z',
  })
  .refine(text => !isNaN(Date.parse(text)), { error: 'must be a time' });
const ENTITY = lineSchema(200).nullable();

const reasonSchema = z.strictObject({
  code: z.enum(GATE_REASON_CODES, { error: 'is no reason of the gate' }),
  message: lineSchema(1_000),
  side: z.enum(['catalog', 'registry', 'trust', 'chart', 'store', 'caller']),
  fix: lineSchema(1_000),
  who: z.strictObject({
    kind: z.enum(['owner', 'caller', 'operator', 'registry']),
    entityRef: ENTITY,
  }),
  passing: z.boolean(),
});

const decisionSchema = z.strictObject({
  id: z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, {
    error: 'must be a ULID',
  }),
  decision: z.enum(['allow', 'deny', 'undecided']),
  proceed: z.boolean(),
  enforced: z.boolean(),
  enforcedFrom: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  dryRun: z.boolean(),
  reference: lineSchema(1_000),
  resolved: lineSchema(1_000).nullable(),
  digest: DIGEST.nullable(),
  version: lineSchema(200).nullable(),
  chartId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16}$/)
    .nullable(),
  entityRef: ENTITY,
  environment: environmentSchema,
  verdict: z
    .enum(['verified', 'rejected', 'unsigned', 'indeterminate'])
    .nullable(),
  reasons: z.array(reasonSchema).max(100),
  policies: z.array(lineSchema(200)).max(100),
  policyHash: HASH,
  trustHash: HASH,
  evidenceAt: TIME.nullable(),
  decidedAt: TIME,
  expiresAt: TIME.nullable(),
  retryAfterSeconds: z.number().int().min(0).max(86_400).nullable(),
  url: lineSchema(2_000),
  offline: z.strictObject({
    policyFile: DIGEST,
    policyIssuedAt: TIME,
    reportedAt: TIME.nullable(),
  }),
});

const reportSchema: z.ZodType<{ decisions: OfflineDecision[] }> =
  z.strictObject({
    decisions: z
      .array(
        z.strictObject({
          decision: decisionSchema,
          require: requirementsSchema.nullable(),
        }),
        { error: 'must be a list' },
      )
      .min(1, { error: 'must hold at least one decision' })
      .max(MAX_DECISIONS, {
        error: `must hold at most ${MAX_DECISIONS} decisions`,
      })
      .refine(
        decisions =>
          new Set(decisions.map(({ decision }) => decision.id)).size ===
          decisions.length,
        { error: 'must name each decision once' },
      ),
  });

/** Reads what was decided elsewhere. @throws InputError with everything that is wrong */
export function parseGateReport(body: unknown): OfflineDecision[] {
  return parseWith(reportSchema, body).decisions;
}
