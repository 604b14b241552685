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

/** Schemas of `api/inventoryTypes` in common. */
export const inventorySchemas: Record<string, Schema> = {
  UnclaimedChart: object({
    id: text,
    reference: text,
    name: text,
    knownFrom: array(choice('rule', 'listing', 'legacy', 'consumer', 'claim')),
    why: choice('no-owner', 'not-configured', 'legacy-only', 'conflict'),
    message: text,
    snippet: nullable(text),
    consumers: integer,
    versions: nullable(integer),
    firstSeenAt: time,
    signer: nullable(ref('Signer')),
    phase: nullable(text),
    suggestions: array(
      object({
        entityRef: text,
        reasons: array(
          object({
            kind: choice(
              'signer',
              'name',
              'image-source',
              'maintainer',
              'workload-label',
              'annotation',
            ),
            text,
          }),
        ),
        score: integer,
      }),
    ),
    mappable: boolean,
  }),
  InventoryPage: object({
    items: array(ref('UnclaimedChart')),
    nextCursor: nullable(text),
    total: integer,
    counts: object({
      charts: integer,
      owned: integer,
      unclaimed: integer,
      conflicts: integer,
    }),
    listings: array(
      object({
        place: text,
        kind: choice('registry', 'legacy'),
        method: text,
        found: integer,
        lastSuccessAt: nullable(time),
        problem: nullable(ref('Problem')),
      }),
    ),
  }),
  MappingRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['mappings'],
    properties: {
      mappings: {
        type: 'array',
        minItems: 1,
        maxItems: 200,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['id', 'entityRef'],
          properties: {
            id: { type: 'string', pattern: '^~?[A-Za-z0-9_-]{1,64}$' },
            entityRef: { type: 'string', nullable: true, maxLength: 200 },
          },
        },
      },
    },
  },
  MappingAnswer: object({
    accepted: array(object({ id: text, entityRef: nullable(text) })),
    dueAt: time,
  }),
};
