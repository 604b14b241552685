import { MemoryStore } from 'chart-provenance-oras';
import { AuthOptions } from './auth/AuthOptions';
import { DevRegistry } from './DevRegistry';
import { startDevRegistry } from './startDevRegistry';

/**
 * @public
 */
export interface ServeEmptyOptions {
  /** Default 5050. */
  port?: number;
  /** Default true. */
  referrersApi?: boolean;
  /** See `DevRegistryOptions`. */
  acceptMissingBlobs?: boolean;
  /** Default: no authentication. */
  auth?: AuthOptions;
  log?: (line: string) => void;
}

/**
 * Serves nothing yet: whatever is pushed makes its repository, and lives in memory. Rejects when the port is taken.
 *
 * @public
 */
export function serveEmpty(
  options: ServeEmptyOptions = {},
): Promise<DevRegistry> {
  const { port = 5050, ...rest } = options;
  return startDevRegistry({
    ...rest,
    port,
    repositories: new Map(),
    createRepository: () => new MemoryStore(),
  });
}
