import { JsonObject } from '@backstage/types';

/**
 * What a registry is shown. `basic` goes to the registry (and to its token realm); `token` is sent as a bearer token to the
 * registry alone; `refreshToken` (Docker's identity token) is exchanged at the token realm.
 *
 * @public
 */
export type RegistryCredentials =
  | { type: 'basic'; username: string; password: string }
  | { type: 'token'; token: string }
  | { type: 'refreshToken'; refreshToken: string };

/**
 * Obtains credentials for the registries whose `auth.type` is this provider's type.
 *
 * @public
 */
export interface RegistryCredentialProvider {
  /**
   * The value of `chartProvenance.registries[].auth.type` it answers for, in camelCase, e.g. `quay`. A type that is taken
   * (`none`, `basic`, `token`, `dockerConfig`, `integration`, `aws`, `google`, `azure` or another provider's) fails the
   * backend's start.
   */
  readonly type: string;

  /**
   * Called before requests to a repository; keep tokens that live longer yourself. `undefined` means anonymous access.
   * A throw fails the walk of that repository, never the backend, and is shown as `registry-denied` with its message,
   * which must hold no secret.
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
  /** Of the walk that waits: pass it on to requests. */
  signal?: AbortSignal;
}
