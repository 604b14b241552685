import { z } from 'zod';
import { secretSchema } from './secretSchema';
import { strictObject } from './strictObject';
import { cloudAuthSchemas } from './cloudAuthSchemas';

const hostName = z
  .string({ error: 'must be the host of an integration, like github.com' })
  .regex(/^[a-z0-9.-]+(?::\d{1,5})?$/, {
    error:
      'must be the host of an integration in lower case, like github.com, without scheme or path',
  });

/** The auth kinds that are built in, by `type`. */
export const builtInAuthSchemas = {
  none: strictObject({ type: z.literal('none') }),
  basic: strictObject({
    type: z.literal('basic'),
    username: secretSchema,
    password: secretSchema,
  }),
  token: strictObject({
    type: z.literal('token'),
    token: secretSchema,
    username: secretSchema.optional(),
    exchange: z.boolean({ error: 'must be true or false' }).default(true),
  }).refine(({ username, exchange }) => exchange || username === undefined, {
    path: ['username'],
    error:
      'goes with a token that is exchanged; remove it, or exchange: false, with which the token is sent as it is',
  }),
  dockerConfig: strictObject({
    type: z.literal('dockerConfig'),
    path: z
      .string({ error: 'must be the path of a Docker config.json' })
      .min(1, { error: 'is empty; is the environment variable set?' })
      .optional(),
    environment: z
      .array(
        z.string().regex(/^[A-Z_][A-Z0-9_]*$/i, {
          error: 'must be the name of an environment variable',
        }),
        { error: 'must be a list of names of environment variables' },
      )
      .default([]),
  }),
  integration: strictObject({
    type: z.literal('integration'),
    host: hostName.optional(),
  }),
  ...cloudAuthSchemas,
} as const;

/** Every auth kind a module may add. */
export const providerAuthSchema = strictObject({
  type: z.string(),
  options: z.record(z.string(), z.json()).default({}),
});

type BuiltIn = typeof builtInAuthSchemas;

/** One built-in kind as read. */
export type BuiltInAuth = { [T in keyof BuiltIn]: z.output<BuiltIn[T]> };

/** Is it built in? */
export function isBuiltInAuth(type: unknown): type is keyof BuiltIn {
  return typeof type === 'string' && Object.hasOwn(builtInAuthSchemas, type);
}

/** @internal */
export type DockerConfigAuth = BuiltInAuth['dockerConfig'];
/**
 * With the host of the integration, as written or as it goes with the registry.
 *
 * @internal
 */
export type IntegrationAuth = BuiltInAuth['integration'] & { host: string };
