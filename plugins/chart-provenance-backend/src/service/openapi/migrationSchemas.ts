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

const phase = choice(
  'noLegacy',
  'notStarted',
  'dualPublishing',
  'cutOver',
  'deprecationWindow',
  'retired',
);
const group = choice('publish', 'sign', 'consume', 'protect', 'retire');
const responsible = choice('owner', 'platform', 'consumer');
const day: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  nullable: true,
};
const note: Schema = { type: 'string', maxLength: 2_000 };
const planProperties = {
  cutOverOn: day,
  deprecatedOn: day,
  retireOn: day,
  supportedSince: day,
  note,
};
const parityState = choice(
  'same',
  'differs',
  'onlyLegacy',
  'onlyOci',
  'unverifiable',
);
const openCounts = object({
  owner: integer,
  platform: integer,
  consumer: integer,
});

/** Schemas of `api/migrationTypes` in common. */
export const migrationSchemas: Record<string, Schema> = {
  MigrationPlan: {
    type: 'object',
    additionalProperties: false,
    properties: planProperties,
  },
  RecordedPlan: object({ ...planProperties, by: text, at: time }),
  SignOffRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['result'],
    properties: {
      result: choice('done', 'notApplicable', 'open'),
      note,
      expiresOn: day,
    },
  },
  SignOff: object({
    checkId: text,
    result: choice('done', 'notApplicable', 'open'),
    note: text,
    expiresOn: nullable(text),
    by: text,
    at: time,
  }),
  MigrationSummary: object({
    phase,
    passed: integer,
    total: integer,
    open: openCounts,
    nextStep: nullable(text),
    alarm: nullable(text),
  }),
  CheckResult: object({
    id: text,
    group,
    claim: text,
    why: text,
    status: choice('pass', 'fail', 'unknown', 'notApplicable'),
    message: text,
    evidence: array(object({ text, link: { type: 'object' } }, ['link'])),
    moreEvidence: integer,
    responsible,
    scope: choice('registry', 'chart', 'version'),
    inheritedFrom: nullable(text),
    nextAction: nullable(text),
  }),
  ManualItem: object({
    id: text,
    group,
    claim: text,
    why: text,
    responsible,
    scope: choice('registry', 'chart'),
    inheritedFrom: nullable(text),
    status: choice('done', 'open', 'expired', 'contradicted', 'notApplicable'),
    signOff: nullable(ref('SignOff')),
    contradiction: nullable(text),
  }),
  ParityReport: object({
    legacy: text,
    readAt: nullable(time),
    problem: nullable(ref('Problem')),
    counts: object({
      same: integer,
      differs: integer,
      onlyLegacy: integer,
      onlyOci: integer,
      unverifiable: integer,
    }),
    rows: array(
      object({
        version: text,
        state: parityState,
        legacyDigest: nullable(text),
        chartLayerDigest: nullable(text),
        digest: nullable(text),
        supported: boolean,
        note: nullable(text),
      }),
    ),
    more: integer,
  }),
  MigrationState: object({
    chartId: text,
    reference: text,
    phase,
    because: text,
    alarms: array(
      object({
        code: choice(
          'legacy-gone-too-early',
          'legacy-version-vanished',
          'consumers-moved-back',
          'legacy-came-back',
          'bytes-differ',
          'past-date',
        ),
        message: text,
        fix: text,
        responsible,
      }),
    ),
    steps: array(
      object({
        phase,
        state: choice('done', 'present', 'ahead'),
        plannedOn: nullable(text),
        reachedAt: nullable(time),
        needs: array(object({ text, met: nullable(boolean) })),
      }),
    ),
    nextStep: nullable(object({ text, responsible, checkId: nullable(text) })),
    plan: nullable(ref('RecordedPlan')),
    checks: array(ref('CheckResult')),
    manual: array(ref('ManualItem')),
    parity: nullable(ref('ParityReport')),
    rollback: object({
      summary: text,
      steps: array(text),
      commands: array(object({ title: text, command: text })),
      caution: nullable(text),
    }),
    may: object({ signOff: boolean, plan: boolean }),
  }),
};
