import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform(value => value ?? undefined);

/** Go reads null as nothing. */
const recordOf = <T extends z.ZodType>(entry: T) =>
  z
    .record(z.string(), entry)
    .nullish()
    .transform(value => value ?? {});

/** One entry of `auths`. Everything in it is what an earlier `login` wrote. */
export const authEntrySchema = z.object({
  /** base64 of `username:password`; counts before the two fields. */
  auth: text,
  username: text,
  password: text,
  /** Exchanged at the registry's token realm. */
  identitytoken: text,
  /** Shown to the registry as it is. */
  registrytoken: text,
});
/** @see authEntrySchema */
export type AuthEntry = z.output<typeof authEntrySchema>;

/**
 * What of a `config.json` says how to sign in. Docker, Helm (`registry/config.json`), ORAS and Podman (`auth.json`) write the same.
 *
 * @see https://pkg.go.dev/github.com/docker/cli/cli/config/configfile#ConfigFile
 */
export const dockerConfigSchema = z.object({
  auths: recordOf(authEntrySchema),
  credsStore: text,
  credHelpers: recordOf(z.string()),
});
/** @see dockerConfigSchema */
export type DockerConfig = z.output<typeof dockerConfigSchema>;

/**
 * What a helper answers to `get`.
 *
 * @see https://github.com/docker/docker-credential-helpers#development
 */
export const helperAnswerSchema = z.object({
  ServerURL: z.string().optional(),
  Username: z.string(),
  Secret: z.string(),
});
/** @see helperAnswerSchema */
export type HelperAnswer = z.output<typeof helperAnswerSchema>;
