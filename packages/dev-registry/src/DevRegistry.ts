import { Target } from 'chart-provenance-oras';
import { AuthOptions } from './auth/AuthOptions';
import { FaultPlan } from './faults/Fault';
import { RecordedRequest } from './server/RecordedRequest';

/**
 * Repositories by name. A `Map` can also be listed (`/v2/_catalog`); a function cannot.
 *
 * @public
 */
export type RepositorySource =
  | ReadonlyMap<string, Target>
  | ((name: string) => Target | undefined);

/** @public */
export type CreatedRepository =
  | Target
  | undefined
  | Promise<Target | undefined>;

/**
 * @public
 */
export interface DevRegistryOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
  repositories: RepositorySource;
  /**
   * Makes the repository that a push names and `repositories` does not have, once. Where it gives nothing, and by
   * default, such a push is 404 `NAME_UNKNOWN`.
   */
  createRepository?: (name: string) => CreatedRepository;
  /** Refuse every write with 405 `UNSUPPORTED`. Default false. */
  readOnly?: boolean;
  /** Serve the referrers API and answer `OCI-Subject`. Default true; when false clients keep the fallback tag. */
  referrersApi?: boolean;
  /**
   * With the referrers API off, answer a fallback tag that nobody pushed with an index made from the target's own
   * referrers, so that a seeded store can be walked. Off by default: a client that pushes must see its own tag.
   */
  deriveFallbackTags?: boolean;
  /** Take a manifest whose config or layers are not in the repository. Default false: 400 `MANIFEST_BLOB_UNKNOWN`. */
  acceptMissingBlobs?: boolean;
  /** Default: no authentication. */
  auth?: AuthOptions;
  /** Milliseconds added to every answer. Default 0. */
  latencyMs?: number;
  faults?: FaultPlan;
  /** The most entries a page may have, whatever the client asks for. Default: tags 1,000, referrers all on one page. */
  pageSize?: { tags?: number; referrers?: number };
  /** How many of the latest requests are kept. Default 10,000. */
  maxRequests?: number;
  /** Receives one line an answer. */
  log?: (line: string) => void;
  /** The clock of token expiry, in milliseconds. Default `Date.now`. */
  now?: () => number;
}

/**
 * A registry that is running.
 *
 * @public
 */
export interface DevRegistry {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string;
  /** `host:port`, as it stands in a reference. */
  readonly host: string;
  /** The latest requests in the order they came, the token endpoint's among them. */
  readonly requests: readonly RecordedRequest[];
  clearRequests(): void;
  /** Replaces the whole plan; counts begin anew. */
  setFaults(plan: FaultPlan): void;
  setReferrersApi(on: boolean): void;
  /** Ends every connection, hanging ones too. May be called twice. */
  close(): Promise<void>;
}
