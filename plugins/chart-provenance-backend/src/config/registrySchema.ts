import { z } from 'zod';
import { strictObject } from './strictObject';

const HOST =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;

/** `host[:port]`, lower case, no scheme and no path. */
export const hostSchema = z
  .string({ error: 'must be a host, like ghcr.io or registry.acme.dev:5000' })
  .regex(HOST, {
    error:
      'must be a host with an optional port in lower case, like ghcr.io or registry.acme.dev:5000, without scheme or path',
  });

const hostsSchema = z
  .array(hostSchema, { error: 'must be a list of hosts' })
  .default([]);

/** How the repositories of a registry can be listed; `auto` picks what it offers. */
export const LISTINGS = [
  'auto',
  'none',
  'catalog',
  'harbor',
  'ecr',
  'github',
  'gar',
] as const;

/** One entry of `registries`; `auth` and `repositories` are read on their own. */
export const registrySchema = strictObject({
  host: hostSchema,
  auth: z.unknown().optional(),
  allowPrivateAddress: z
    .boolean({ error: 'must be true or false' })
    .default(false),
  plainHttp: z.boolean({ error: 'must be true or false' }).default(false),
  concurrency: boundedInteger(1, 64).default(4),
  requestsPerSecond: boundedInteger(1, 1000).default(20),
  realmHosts: hostsSchema,
  redirectHosts: hostsSchema,
  listing: z
    .enum(LISTINGS, { error: `must be one of ${LISTINGS.join(', ')}` })
    .default('auto'),
  repositories: z
    .array(z.unknown(), {
      error:
        'must be a list: what may be read on this registry, and whose it is',
    })
    .default([]),
});

const filterValueSchema = z.union([z.string(), z.array(z.string()).min(1)], {
  error: 'must be a text or a list of texts',
});
const filterSchema = z
  .record(z.string(), filterValueSchema)
  .refine(filter => Object.keys(filter).length > 0);

/** One entry of `registries[].repositories`. */
export const repositorySchema = strictObject({
  match: z
    .string({ error: 'must be a repository pattern, like acme/charts/{name}' })
    .min(1, { error: 'must be a repository pattern, like acme/charts/{name}' }),
  entity: z.string({ error: 'must be an entity reference' }).optional(),
  claims: z
    .union(
      [filterSchema.transform(one => [one]), z.array(filterSchema).min(1)],
      {
        error:
          'must name the entities that may claim, like {kind: component}, or be a list of such filters; an empty one would let everybody claim',
      },
    )
    .optional(),
  source: z
    .string({ error: 'must be a repository, like github.com/acme/{name}' })
    .optional(),
  legacy: z
    .string({ error: 'must be like https://charts.acme.dev#{name}' })
    .optional(),
  policy: z
    .union([z.string(), z.array(z.string()).min(1)], {
      error: 'must be the name of a policy or a list of them',
    })
    .optional(),
});

/** A whole number within bounds. */
export function boundedInteger(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .number({ error })
    .int({ error })
    .min(min, { error })
    .max(max, { error });
}
