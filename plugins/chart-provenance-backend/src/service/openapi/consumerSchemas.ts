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

const pin = choice(
  'digest',
  'version',
  'range',
  'floating',
  'templated',
  'unknown',
);
const wants = object({ version: nullable(text), digest: nullable(text) });

/** Schemas of `api/consumerTypes` in common. */
export const consumerSchemas: Record<string, Schema> = {
  VerdictBrief: object({
    status: ref('VerdictStatus'),
    reason: object({ code: text, message: text }),
  }),
  Finding: object(
    {
      rule: text,
      severity: choice('error', 'warning', 'info'),
      message: text,
      fix: text,
      tool: object({ name: text, prints: text }),
      anchor: text,
    },
    ['tool', 'anchor'],
  ),
  Problem: object({ message: text, fix: text, since: time }),
  ConsumerRow: object({
    id: text,
    kind: text,
    name: text,
    namespace: nullable(text),
    form: choice(
      'argocd-helm',
      'argocd-oci',
      'flux-helm-repository',
      'flux-oci-repository',
      'chart-dependency',
      'annotation',
      'other',
    ),
    where: object({
      source: text,
      title: text,
      cluster: nullable(text),
      path: nullable(text),
      href: nullable(text),
    }),
    environment: nullable(text),
    entityRef: nullable(text),
    owner: nullable(text),
    written: text,
    from: choice('oci', 'legacy'),
    chart: text,
    chartId: nullable(text),
    wants,
    pin,
    bestPin: choice('digest', 'version'),
    runs: nullable(
      object({
        version: nullable(text),
        digest: nullable(text),
        since: nullable(text),
        verdict: nullable(ref('VerdictBrief')),
        note: nullable(text),
      }),
    ),
    behind: nullable(integer),
    gate: object({
      strength: choice(
        'as-policy',
        'weaker',
        'other',
        'none',
        'not-applicable',
      ),
      message: text,
    }),
    findings: array(ref('Finding')),
    seenAt: time,
    stale: boolean,
  }),
  ConsumerSourceStatus: object({
    id: text,
    provider: text,
    title: text,
    lastSuccessAt: nullable(time),
    lastAttemptAt: nullable(time),
    problem: nullable(ref('Problem')),
    documents: array(object({ where: text, message: text })),
    documentProblems: integer,
    consumers: integer,
  }),
  ConsumerSummary: object({
    total: integer,
    hidden: integer,
    byPin: object({
      digest: integer,
      version: integer,
      range: integer,
      floating: integer,
      templated: integer,
      unknown: integer,
    }),
    legacy: integer,
    unreadSources: integer,
    nobodyLooked: boolean,
  }),
  ConsumerList: object({
    chartId: text,
    items: array(ref('ConsumerRow')),
    environments: array(text),
    summary: ref('ConsumerSummary'),
    splits: array(
      object({
        wants: text,
        digests: array(
          object({
            digest: text,
            version: nullable(text),
            consumers: integer,
          }),
        ),
      }),
    ),
    sources: array(ref('ConsumerSourceStatus')),
  }),
  ConsumedChart: object({
    chart: text,
    name: text,
    chartId: nullable(text),
    ownerRef: nullable(text),
    ownerTeam: nullable(text),
    items: array(ref('ConsumerRow')),
  }),
  ConsumesList: object({
    entityRef: text,
    charts: array(ref('ConsumedChart')),
    sources: array(ref('ConsumerSourceStatus')),
  }),
  EntityOverview: object({
    entityRef: text,
    charts: array(
      object({
        chartId: text,
        runs: array(
          object({
            environment: nullable(text),
            version: nullable(text),
            digest: nullable(text),
            clusters: integer,
            ofClusters: integer,
            verdict: nullable(ref('VerdictBrief')),
            note: nullable(text),
          }),
        ),
        usage: ref('ConsumerSummary'),
        migration: ref('MigrationSummary'),
      }),
    ),
    consumes: array(ref('ConsumedChart')),
  }),
};
