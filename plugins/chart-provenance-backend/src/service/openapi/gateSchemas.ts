import { GATE_REASON_CODES } from 'backstage-plugin-chart-provenance-common/gate';
import {
  array,
  boolean,
  choice,
  integer,
  nullable,
  object,
  ref,
  Schema,
  text,
  time,
} from './schemaParts';

const line = (maxLength: number): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
});
const environment: Schema = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$',
};
const names: Schema = { type: 'array', items: line(200), maxItems: 20 };

const decision: Record<string, Schema> = {
  id: text,
  decision: choice('allow', 'deny', 'undecided'),
  proceed: boolean,
  enforced: boolean,
  enforcedFrom: nullable(text),
  dryRun: boolean,
  reference: text,
  resolved: nullable(text),
  digest: nullable(text),
  version: nullable(text),
  chartId: nullable(text),
  entityRef: nullable(text),
  environment: text,
  verdict: nullable(
    choice('verified', 'rejected', 'unsigned', 'indeterminate'),
  ),
  reasons: array(ref('GateReason')),
  policies: array(text),
  policyHash: text,
  trustHash: text,
  evidenceAt: nullable(time),
  decidedAt: time,
  expiresAt: nullable(time),
  retryAfterSeconds: nullable(integer),
  url: text,
  offline: nullable(
    object({
      policyFile: text,
      policyIssuedAt: time,
      reportedAt: nullable(time),
    }),
  ),
};

// What is not known here is refused by the parsers, which say which key it is.
const requirements: Schema = {
  type: 'object',
  properties: {
    policies: names,
    attestations: names,
    digest: boolean,
    maxAgeSeconds: { type: 'integer', minimum: 1, maximum: 31_536_000 },
  },
};

/** Schemas of `api/gateTypes` in common. */
export const gateSchemas: Record<string, Schema> = {
  GateRequest: object(
    {
      reference: line(1_000),
      environment,
      require: ref('GateRequirements'),
    },
    ['environment', 'require'],
  ),
  GateRequirements: requirements,
  GateReason: object({
    code: choice(...GATE_REASON_CODES),
    message: text,
    side: choice('catalog', 'registry', 'trust', 'chart', 'store', 'caller'),
    fix: text,
    who: object({
      kind: choice('owner', 'caller', 'operator', 'registry'),
      entityRef: nullable(text),
    }),
    passing: boolean,
  }),
  GateDecision: object(decision),
  GateLogRow: object({
    ...decision,
    caller: nullable(text),
    require: nullable(requirements),
  }),
  GateLogPage: object({
    items: array(ref('GateLogRow')),
    nextCursor: nullable(text),
    environments: array(ref('GateEnvironmentStatus')),
  }),
  GateEnvironmentStatus: object({
    name: text,
    enforced: boolean,
    enforcedFrom: nullable(text),
    policies: array(text),
    requireDigest: boolean,
    maxAgeSeconds: integer,
  }),
  GateEnvironments: array(ref('GateEnvironmentStatus')),
  GateReport: object({
    decisions: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: object({
        decision: {
          type: 'object',
          description: 'A GateDecision whose `offline` is not null',
        },
        require: nullable(requirements),
      }),
    },
  }),
  GateReportAnswer: object({ accepted: integer, known: integer }),
  OfflinePolicy: {
    type: 'object',
    description:
      'chart-provenance/gate-policy/v1: all that a decision about one chart depends on besides the registry',
  },
  GateChange: {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: choice('enforcement', 'policy', 'policy-text', 'retire'),
      environment,
      policy: line(200),
      text: { type: 'string', maxLength: 65_536 },
      charts: line(1_000),
      chartId: { type: 'string', pattern: '^[A-Za-z0-9_-]{16}$' },
    },
  },
  GateImpact: object({
    change: ref('GateChange'),
    blocked: array(
      object({
        consumerId: text,
        name: text,
        environment: nullable(text),
        cluster: nullable(text),
        entityRef: nullable(text),
        owner: nullable(text),
        chart: text,
        chartId: text,
        chartOwner: nullable(text),
        version: nullable(text),
        digest: nullable(text),
        outcome: choice('blocked', 'unknown'),
        reason: text,
        href: nullable(text),
      }),
    ),
    counts: object({
      consumers: integer,
      blocked: integer,
      unknown: integer,
      fine: integer,
    }),
    owners: array(object({ owner: nullable(text), consumers: integer })),
    charts: array(object({ chartId: text, chart: text, reason: text })),
    unreadSources: integer,
    cut: boolean,
  }),
};
