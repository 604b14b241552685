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

const counts = object({
  verified: integer,
  rejected: integer,
  unsigned: integer,
  indeterminate: integer,
});

/** Schemas of `api/` in common. */
export const chartSchemas: Record<string, Schema> = {
  EntityProblem: object(
    {
      code: text,
      message: text,
      fix: text,
      annotation: text,
      value: text,
      position: integer,
      reference: text,
      claimants: array(text),
    },
    ['annotation', 'value', 'position', 'reference', 'claimants'],
  ),
  Freshness: object({
    lastAttemptAt: nullable(time),
    lastSuccessAt: nullable(time),
    stale: boolean,
    nextTryAt: nullable(time),
    problem: nullable(
      object({ code: text, message: text, side: ref('Side'), since: time }),
    ),
  }),
  ChartSummary: object({
    chartId: text,
    reference: text,
    registry: text,
    repository: text,
    name: text,
    owner: nullable(text),
    knownBy: choice(
      'rule',
      'convention',
      'claim',
      'listing',
      'legacy',
      'consumer',
      'mapping',
    ),
    expectedSource: nullable(text),
    policies: array(text),
    state: choice('firstIndexing', 'indexed', 'empty', 'failed', 'partial'),
    counts,
    newest: nullable(ref('VersionRow')),
    progress: nullable(object({ tagsSeen: integer, versionsDone: integer })),
    freshness: ref('Freshness'),
    proposal: nullable(ref('Signer')),
  }),
  VersionRow: object({
    digest: text,
    version: text,
    name: text,
    appVersion: nullable(text),
    chartLayerDigest: nullable(text),
    publishedAt: nullable(time),
    firstSeenAt: time,
    prerelease: boolean,
    newest: boolean,
    tags: array(object({ tag: text, moves: integer })),
    verdict: object({
      status: ref('VerdictStatus'),
      reason: object({ code: text, message: text }),
      signer: nullable(ref('Signer')),
      lastVerifiedAt: nullable(time),
    }),
    sbom: nullable(
      object({
        label: nullable(text),
        packageCount: nullable(integer),
        verified: boolean,
      }),
    ),
    provenance: nullable(object({ label: nullable(text), verified: boolean })),
  }),
  VersionPage: object({
    items: array(ref('VersionRow')),
    nextCursor: nullable(text),
    total: integer,
    counts,
  }),
  VersionDetail: object({
    chartId: text,
    reference: text,
    row: ref('VersionRow'),
    verdict: ref('Verdict'),
    freshness: ref('Freshness'),
    evidence: array(ref('EvidenceRow')),
    tags: array(ref('TagHistory')),
    chart: ref('ChartFacts'),
    contents: ref('ChartContents'),
    commands: array(object({ title: text, command: text })),
    commandNotes: array(text),
  }),
  ChartFacts: object(
    {
      description: nullable(text),
      home: nullable(text),
      sources: array(text),
      maintainers: array(
        object({ name: text, email: text, url: text }, ['email', 'url']),
      ),
      keywords: array(text),
      dependencies: array(
        object({ name: text, version: text, repository: nullable(text) }),
      ),
      kubeVersion: nullable(text),
      deprecated: boolean,
      images: array(text),
    },
    ['images'],
  ),
  ChartContents: object({
    dependencies: array(
      object({
        name: text,
        version: text,
        repository: nullable(text),
        known: nullable(
          object({
            chartId: text,
            digest: nullable(text),
            entityRef: nullable(text),
            status: nullable(ref('VerdictStatus')),
          }),
        ),
      }),
    ),
    images: array(
      object({
        reference: text,
        digest: nullable(text),
        from: choice('sbom', 'annotation'),
      }),
    ),
    sbom: nullable(object({ evidence: text, verified: boolean })),
    cut: boolean,
  }),
  TagHistory: object({
    tag: text,
    observations: array(
      object({
        digest: text,
        version: nullable(text),
        chartLayerDigest: nullable(text),
        firstSeenAt: time,
        lastSeenAt: time,
        change: choice(
          'first',
          're-push',
          're-publish',
          'forward',
          'rollback',
          'removed',
        ),
      }),
    ),
  }),
};
