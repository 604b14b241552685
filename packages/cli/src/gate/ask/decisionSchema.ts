import { z } from 'zod';

const text = z.string().max(4_096);
const maybe = text.nullable();
const time = z.iso.datetime({ offset: true });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const digest = z
  .string()
  .regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/);

const reasonSchema = z.object({
  // A newer backend may know more of them: what stands against it counts whatever it is called.
  code: z.string().max(100),
  message: text,
  side: z.string().max(100),
  fix: text,
  who: z.object({
    kind: z.enum(['owner', 'caller', 'operator', 'registry']),
    entityRef: maybe,
  }),
  passing: z.boolean(),
});

/** The documented answer of the gate. Members that are not known here are passed over. */
export const decisionSchema = z.object({
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  decision: z.enum(['allow', 'deny', 'undecided']),
  proceed: z.boolean(),
  enforced: z.boolean(),
  enforcedFrom: maybe,
  dryRun: z.boolean(),
  reference: text,
  resolved: maybe,
  digest: digest.nullable(),
  version: maybe,
  chartId: maybe,
  entityRef: maybe,
  environment: text,
  verdict: z
    .enum(['verified', 'rejected', 'unsigned', 'indeterminate'])
    .nullable(),
  reasons: z.array(reasonSchema).max(1_000),
  policies: z.array(text).max(1_000),
  policyHash: hash,
  trustHash: hash,
  evidenceAt: time.nullable(),
  decidedAt: time,
  expiresAt: time.nullable(),
  retryAfterSeconds: z.number().nonnegative().nullable(),
  url: text,
  offline: z
    .object({
      policyFile: text,
      policyIssuedAt: text,
      reportedAt: maybe,
    })
    .nullable(),
});

/** A decision as it is shown here: what `GateDecision` is, with codes that may be newer than this program. */
export type Decision = z.output<typeof decisionSchema>;
