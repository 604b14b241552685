import { z } from 'zod';
import { secretSchema } from './secretSchema';
import { strictObject } from './strictObject';

const URL_RULE =
  'must be the URL of a legacy repository, like https://charts.acme.dev, without user name, query and fragment, and without index.yaml';

/** The base of a legacy repository, without the slash at its end. */
const repositoryUrl = z
  .string({ error: URL_RULE })
  .max(2_000, { error: URL_RULE })
  .refine(isRepositoryUrl, { error: URL_RULE })
  .transform(text => new URL(text).href.replace(/\/+$/, ''));

/** The ways to sign in to a legacy repository, by `type`. */
export const legacyAuthSchemas = {
  none: strictObject({ type: z.literal('none') }),
  basic: strictObject({
    type: z.literal('basic'),
    username: secretSchema,
    password: secretSchema,
  }),
  token: strictObject({ type: z.literal('token'), token: secretSchema }),
} as const;

/** One entry of `legacyRepositories`; `auth` is read on its own. */
export const legacyRepositorySchema = strictObject({
  url: repositoryUrl,
  auth: z.unknown().optional(),
  allowPrivateAddress: z
    .boolean({ error: 'must be true or false' })
    .default(false),
});

function isRepositoryUrl(text: string): boolean {
  if (!URL.canParse(text)) {
    return false;
  }
  const url = new URL(text);
  return (
    /^https?:$/.test(url.protocol) &&
    url.username + url.password + url.search + url.hash === '' &&
    !/[?#]/.test(text) &&
    !/\/index\.yaml\/*$/.test(url.pathname)
  );
}
