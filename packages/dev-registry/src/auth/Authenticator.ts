import { Call } from '../server/Call';
import { Reply } from '../server/Reply';

/**
 * What a request needs: the resource in the scope grammar and the actions on it. Absent for `/v2/` itself.
 *
 * @internal
 */
export interface Need {
  type: 'repository' | 'registry';
  name: string;
  actions: readonly string[];
}

/** @internal */
export interface Authenticator {
  /**
   * Throws RegistryError 401 or 403 unless the caller may do this.
   *
   * @param useful - asked for in the challenge as well, but not required
   */
  authorize(call: Call, need: Need | undefined, useful?: Need): void;
  /** Answers the token endpoint, where there is one. */
  issueToken?(call: Call): Promise<Reply>;
}
