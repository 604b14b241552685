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
 * Finds the credential for a registry, `host[:port]`. Asked whenever one is needed, so short-lived ones may be renewed here.
 *
 * @public
 */
export type CredentialProvider = (host: string) => Promise<Credential>;

/**
 * Shows nothing to anybody.
 *
 * @public
 */
export const anonymous: CredentialProvider = async () => ({ type: 'none' });
