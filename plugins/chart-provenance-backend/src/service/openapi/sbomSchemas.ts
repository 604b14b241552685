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

const change = choice('added', 'removed', 'changed', 'same');

/** Schemas of `api/sbomTypes` in common. */
export const sbomSchemas: Record<string, Schema> = {
  SbomDocument: object({
    evidence: text,
    label: text,
    verified: boolean,
    present: boolean,
    createdAt: nullable(time),
    tools: array(text),
    componentCount: integer,
    cut: boolean,
    problem: nullable(text),
  }),
  SbomRow: object({
    name: text,
    version: text,
    kind: choice('package', 'image', 'chart', 'other'),
    purl: nullable(text),
    licences: array(text),
    digest: nullable(text),
    change: nullable(change),
    before: nullable(
      object({ version: text, licences: array(text), digest: nullable(text) }),
    ),
  }),
  SbomPage: object({
    documents: array(ref('SbomDocument')),
    shown: nullable(text),
    against: nullable(
      object({ digest: text, version: text, verified: boolean }),
    ),
    items: array(ref('SbomRow')),
    total: integer,
    nextCursor: nullable(text),
    changes: nullable(
      object({
        added: integer,
        removed: integer,
        changed: integer,
        same: integer,
      }),
    ),
    licences: array(object({ licence: nullable(text), count: integer })),
    kinds: object({
      package: integer,
      image: integer,
      chart: integer,
      other: integer,
    }),
  }),
};
