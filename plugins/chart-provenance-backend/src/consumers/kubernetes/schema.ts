import { z } from 'zod';

/** What the Kubernetes plugin says of a cluster: only what is needed. */
export const clusterListSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      title: z.string().nullish(),
      authProvider: z.string().nullish(),
    }),
  ),
});

/** What went wrong, in the API server's own words. */
export const statusSchema = z.object({
  kind: z.literal('Status'),
  apiVersion: z.literal('v1'),
  code: z.number().optional(),
  reason: z.string().optional(),
});

/** What went wrong, in Backstage's words. */
export const backstageErrorSchema = z.object({
  error: z.object({ name: z.string(), message: z.string().default('') }),
});

/** Answer of `/apis`. */
export const groupListSchema = z.object({
  kind: z.literal('APIGroupList'),
  groups: z.array(z.object({ name: z.string() })),
});

/** Answer of `/apis/<group>`. */
export const groupSchema = z.object({
  kind: z.literal('APIGroup'),
  name: z.string(),
  versions: z.array(z.object({ version: z.string() })),
  preferredVersion: z.object({ version: z.string() }).optional(),
});

/** Answer of `/apis/<group>/<version>`. */
export const resourceListSchema = z.object({
  kind: z.literal('APIResourceList'),
  groupVersion: z.string(),
  resources: z.array(z.object({ name: z.string(), kind: z.string() })),
});

/** One page of objects. */
export const objectListSchema = z.object({
  kind: z.string(),
  apiVersion: z.string(),
  metadata: z.object({ continue: z.string().optional() }),
  items: z.array(z.unknown()),
});
