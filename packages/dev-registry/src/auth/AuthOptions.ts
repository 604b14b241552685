/**
 * Who may do what.
 *
 * @public
 */
export type AuthOptions =
  | { type: 'none' }
  | { type: 'basic'; username: string; password: string }
  | TokenAuthOptions;

/**
 * The token flow: a Bearer challenge whose realm is `/token` on the same server, which takes Basic credentials by GET
 * and the password or refresh-token grant by POST.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 * @public
 */
export interface TokenAuthOptions {
  type: 'token';
  users: RegistryUser[];
  /** Default `dev-registry`. */
  service?: string;
  /** Life of a token. Default 300. */
  expirySeconds?: number;
  /** Give a pull token to who sends no credentials. Default false. */
  anonymousPull?: boolean;
  /** Sent as realm instead of this server's. */
  realm?: string;
}

/**
 * @public
 */
export interface RegistryUser {
  username: string;
  password: string;
  /** `push` includes pull and delete. Default `push`. */
  access?: 'pull' | 'push';
}
