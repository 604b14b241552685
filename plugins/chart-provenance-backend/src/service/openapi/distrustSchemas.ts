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

/** Schemas of `api/distrustTypes` in common, and of the trust material on the status page. */
export const distrustSchemas: Record<string, Schema> = {
  DistrustReport: object({
    entries: array(
      object({
        id: text,
        reason: text,
        what: array(text),
        from: nullable(time),
        until: nullable(time),
        versions: array(ref('DistrustedVersion')),
        total: integer,
        consumers: integer,
      }),
    ),
    pending: integer,
  }),
  DistrustedVersion: object({
    chartId: text,
    reference: text,
    owner: nullable(text),
    digest: text,
    version: text,
    status: choice('verified', 'rejected', 'unsigned', 'indeterminate'),
    consumers: array(
      object({
        consumerId: text,
        title: text,
        entityRef: nullable(text),
        environment: nullable(text),
        cluster: nullable(text),
      }),
    ),
    moreConsumers: integer,
  }),
  TrustStatus: object({
    id: text,
    kind: choice('root', 'key', 'keyring', 'store'),
    ok: boolean,
    detail: text,
    refresh: nullable(
      object({
        lastSuccessAt: nullable(time),
        signedSince: nullable(time),
        staleAt: nullable(time),
        stale: boolean,
        nextTryAt: nullable(time),
        problem: nullable(text),
      }),
    ),
  }),
};
