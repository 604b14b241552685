import { Credential } from 'chart-provenance-oras';

/** Which repository is to be read with it. */
export interface CredentialSourceRequest {
  /** `host[:port]` of the registry as configured. */
  host: string;
  repository: string;
  /** Of whoever waits: pass it on to every request made for the credential. */
  signal?: AbortSignal;
  /** What was given before and the registry refused. Only what keeps credentials heeds it. */
  refused?: Credential;
}

/** A credential and how long it is good for. */
export interface IssuedCredential {
  credential: Credential;
  /** As its issuer says. Without one it is asked for again after a while. */
  expiresAt?: Date;
}

/**
 * Where credentials for a registry come from. It is asked whenever one is needed and keeps nothing itself: sources that cost
 * a request or a process are wrapped in a `RefreshingCredential`.
 *
 * @throws CredentialError from `credentials`
 */
export interface CredentialSource {
  credentials(request: CredentialSourceRequest): Promise<IssuedCredential>;
  /** Requests with the same key get the same credential. Default: one for the whole host. */
  keyOf?(request: CredentialSourceRequest): string;
}
