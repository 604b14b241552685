import { z } from 'zod';
import { strictObject } from './strictObject';

const confirmHost = z
  .string({ error: "must repeat the registry's host" })
  .optional();

const accountId = 'must be the 12 digits of an AWS account, in quotes';
const clientId =
  'must be a client id, like 00001111-aaaa-2222-bbbb-3333cccc4444';

/** The auth kinds of the clouds' own registries, by `type`. */
export const cloudAuthSchemas = {
  aws: strictObject({
    type: z.literal('aws'),
    accountId: z
      .string({ error: accountId })
      .regex(/^\d{12}$/, { error: accountId })
      .optional(),
    region: z
      .string({ error: 'must be an AWS region, like eu-central-1' })
      .regex(/^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/, {
        error: 'must be an AWS region, like eu-central-1',
      })
      .optional(),
    confirmHost,
  }),
  google: strictObject({
    type: z.literal('google'),
    credentialsFile: z
      .string({ error: 'must be the path of a Google credentials file' })
      .min(1, { error: 'is empty; is the environment variable set?' })
      .optional(),
    scope: z
      .enum(['devstorage.read_only', 'cloud-platform.read-only'], {
        error: 'must be devstorage.read_only or cloud-platform.read-only',
      })
      .default('devstorage.read_only'),
    confirmHost,
  }),
  azure: strictObject({
    type: z.literal('azure'),
    tenantId: z
      .string({ error: 'must be the id of an Entra tenant' })
      .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,127}$/, {
        error: 'must be the id or the domain of an Entra tenant',
      })
      .optional(),
    clientId: z
      .string({ error: clientId })
      .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, {
        error: clientId,
      })
      .optional(),
    confirmHost,
  }),
} as const;

/**
 * An ECR registry, signed in to through Backstage's AWS integration. What is left out is read off the host.
 *
 * @internal
 */
export type AwsAuth = z.output<typeof cloudAuthSchemas.aws>;

/**
 * Artifact Registry, signed in to with Application Default Credentials or those of `credentialsFile`.
 *
 * @internal
 */
export type GoogleAuth = z.output<typeof cloudAuthSchemas.google>;

/**
 * Azure Container Registry, signed in to with a workload or managed identity.
 *
 * @internal
 */
export type AzureAuth = z.output<typeof cloudAuthSchemas.azure>;
