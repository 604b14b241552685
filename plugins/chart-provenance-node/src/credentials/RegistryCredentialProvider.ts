import { JsonObject } from '@backstage/types';

/**
 * What a registry is shown. `basic` goes to the registry (and to its token realm); `token` is sent as a bearer token to the
 * registry alone.
 *
 * @public
 */
export type RegistryCredentials =
  | { type: 'basic'; username: string; password: string }
  | { type: 'token'; token: string };

/**
 * Obtains credentials for the registries whose `auth.type` is this provider's type.
 *
 * @public
 */
export interface RegistryCredentialProvider {
  /**
   * The value of `chartProvenance.registries[].auth.type` it answers for, in camelCase, e.g. `aws`. A type that is taken
   * (`none`, `basic`, `token`, `dockerConfig` or another provider's) fails the backend's start.
   */
  readonly type: string;

  /**
   * Called before requests to a repository; keep tokens that live longer yourself. `undefined` means anonymous access.
   * A throw fails the walk of that repository, never the backend, and is shown as the registry's problem: its message
   * must hold no secret.
   */
  credentials(
    request: RegistryCredentialRequest,
  ): Promise<RegistryCredentials | undefined>;
}

/**
 * What a provider is asked for.
 *
 * @public
 */
export interface RegistryCredentialRequest {
  /** `host[:port]` of the registry as configured. */
  host: string;
  repository: string;
  /** `auth.options` of the registry's configuration, as written. */
  options: JsonObject;
}
