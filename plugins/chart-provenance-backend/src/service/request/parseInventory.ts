import { MappingRequest } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { UnclaimedQuery } from '../InventoryService';
import { parseWith } from './parseWith';

const LIMIT = 'must be a whole number from 1 to 200';

const querySchema: z.ZodType<UnclaimedQuery> = z.strictObject({
  state: z
    .literal('unclaimed', { error: 'must be unclaimed' })
    .default('unclaimed')
    .transform(() => undefined),
  cursor: z
    .string({ error: 'must be given once' })
    .regex(/^[A-Za-z0-9_-]{1,1024}$/, {
      error: 'must be the nextCursor of an earlier answer',
    })
    .optional(),
  limit: z.coerce
    .number({ error: LIMIT })
    .int({ error: LIMIT })
    .min(1, { error: LIMIT })
    .max(200, { error: LIMIT })
    .optional(),
  filter: z
    .string({ error: 'must be given once' })
    .max(200, { error: 'must be at most 200 characters' })
    .refine(text => !text.includes('\u0000'), {
      error: 'must not contain the character NUL',
    })
    .optional(),
});

const mappingSchema: z.ZodType<MappingRequest> = z.strictObject({
  mappings: z
    .array(
      z.strictObject({
        id: z.string().regex(/^~?[A-Za-z0-9_-]{1,64}$/, {
          error: 'must be the id of an unclaimed chart',
        }),
        entityRef: z
          .string()
          .max(200)
          .regex(/^[a-zA-Z0-9-]+:[a-zA-Z0-9-]+\/[A-Za-z0-9._-]+$/, {
            error:
              'must be a full entity reference, like component:default/payments',
          })
          .nullable(),
      }),
    )
    .min(1, { error: 'must name at least one chart' })
    .max(200, { error: 'must name at most 200 charts' })
    .refine(
      mappings =>
        new Set(mappings.map(({ id }) => id)).size === mappings.length,
      { error: 'must name each chart once' },
    ),
});

/** Reads the filters of the list. @throws InputError with everything that is wrong. */
export function parseUnclaimedQuery(query: unknown): UnclaimedQuery {
  const { cursor, limit, filter } = parseWith(querySchema, query);
  return { cursor, limit, filter };
}

/** Reads mappings. @throws InputError with everything that is wrong. */
export function parseMappings(body: unknown): MappingRequest {
  return parseWith(mappingSchema, body);
}
