/**
 * What is shown to one registry.
 *
 * - `none`: anonymous, which still fetches anonymous tokens where the registry wants them.
 * - `basic`: to the registry itself when it asks for Basic, else to its token realm.
 * - `token`: a registry token, sent as it is.
 * - `refreshToken`: exchanged at the token realm (OAuth2; Docker calls it an identity token).
 *
 * @public
 */
export type Credential =
  | { type: 'none' }
  | { type: 'basic'; username: string; password: string }
  | { type: 'token'; token: string }
  | { type: 'refreshToken'; refreshToken: string };

/**
 * Why and for how long a credential is wanted.
 *
 * @public
 */
export interface CredentialContext {
  /** Of whoever waits for the credential. */
  signal?: AbortSignal;
  /** What was given before and the registry or its realm refused: give a newer one, or the same again when there is none. */
  refused?: Credential;
}

/**
 * Finds the credential for a registry, `host[:port]`. Asked whenever one is needed, so short-lived ones may be renewed here, and
 * once more with `refused` when one was not taken.
 *
 * @public
 */
export type CredentialProvider = (
  host: string,
  context?: CredentialContext,
) => Promise<Credential>;

/**
 * Shows nothing to anybody.
 *
 * @public
 */
export const anonymous: CredentialProvider = async () => ({ type: 'none' });
