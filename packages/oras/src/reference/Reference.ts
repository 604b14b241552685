import type { Digest } from '../descriptor/Descriptor';

/**
 * registry + repository + tag and/or digest; the digest wins.
 *
 * @public
 */
export interface Reference {
  /** `host[:port]`, lower case. */
  registry: string;
  repository: string;
  tag?: string;
  digest?: Digest;
}
