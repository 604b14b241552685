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

const origin = choice('rendered', 'sbom', 'annotation', 'values');

/** Schemas of `api/imageTypes` in common. */
export const imageSchemas: Record<string, Schema> = {
  ChartImage: object({
    written: text,
    name: text,
    tag: nullable(text),
    digest: nullable(text),
    pinned: boolean,
    usedBy: array(text),
    status: choice(
      'verified',
      'rejected',
      'unsigned',
      'indeterminate',
      'not-configured',
    ),
    reason: text,
    policy: nullable(text),
    checkedAt: nullable(time),
  }),
  ChartImages: object({
    digest: text,
    from: nullable(origin),
    values: nullable(text),
    items: array(ref('ChartImage')),
    problem: nullable(text),
    cut: boolean,
  }),
  ImageUse: object({
    chartId: text,
    chart: text,
    entityRef: nullable(text),
    version: text,
    digest: text,
    written: text,
    pinned: boolean,
    from: origin,
    running: array(
      object({
        name: text,
        cluster: nullable(text),
        environment: nullable(text),
        entityRef: nullable(text),
      }),
    ),
    hidden: integer,
  }),
  ImageUses: object({
    query: text,
    items: array(ref('ImageUse')),
    cut: boolean,
  }),
};
