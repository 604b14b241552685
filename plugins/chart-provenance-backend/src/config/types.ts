import { JsonObject } from '@backstage/types';
import {
  CompiledRepositoryRule,
  Distrust,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import type { BuiltInAuth, IntegrationAuth } from './authSchemas';
import type { LISTINGS } from './registrySchema';
import type { ConsumersConfig } from './consumersTypes';
import type { GateConfig } from './gateTypes';
import type { ImagesConfig } from './imagesTypes';
import type { ChecklistConfig } from './readChecklist';

/**
 * The operator's word, read, checked and with every default filled in. Plain: no file has been read for it.
 *
 * @internal
 */
export interface ChartProvenanceConfig {
  registries: RegistryConfig[];
  /** What may be read on the registries, and whose it is, in the order written: the first match counts. */
  rules: CompiledRepositoryRule[];
  /** Where charts were published before: nothing but their index is read. */
  legacyRepositories: LegacyRepositoryConfig[];
  trust: TrustConfig;
  policies: TrustPolicy[];
  indexing: IndexingConfig;
  consumers: ConsumersConfig;
  checklist: ChecklistConfig;
  gate: GateConfig;
  images: ImagesConfig;
}

/**
 * One registry that may be contacted, and how. Nothing that is not listed is ever contacted.
 *
 * @internal
 */
export interface RegistryConfig {
  /** `host[:port]`, lower case. */
  host: string;
  auth: RegistryAuth;
  /** Addresses in private and loopback ranges may be connected to: the registry's, its realm and redirect hosts'. */
  allowPrivateAddress: boolean;
  /** HTTP instead of HTTPS; only together with `allowPrivateAddress`. */
  plainHttp: boolean;
  /** Requests in flight at a time. */
  concurrency: number;
  requestsPerSecond: number;
  /** Hosts beside the registry's own that its token realm may live on, `host[:port]`. */
  realmHosts: string[];
  /** Hosts on private addresses that a download may be redirected to, `host[:port]`, besides any public one. */
  redirectHosts: string[];
  /** By what its repositories are listed; `auto`: by what it offers; `none`: only those known from elsewhere are read. */
  listing: RegistryListing;
}

/**
 * How the repositories of a registry are listed.
 *
 * @internal
 */
export type RegistryListing = (typeof LISTINGS)[number];

/**
 * How a registry is signed in to.
 *
 * @internal
 */
export type RegistryAuth =
  | BuiltInAuth[Exclude<keyof BuiltInAuth, 'integration'>]
  | IntegrationAuth
  /** A kind added by a module through `chartProvenanceCredentialsExtensionPoint`. */
  | { type: 'provider'; provider: string; options: JsonObject };

/**
 * A repository with an `index.yaml`, as Helm had before OCI.
 *
 * @internal
 */
export interface LegacyRepositoryConfig {
  /** Without a slash at its end; `http:` only together with `allowPrivateAddress`. */
  url: string;
  auth: LegacyAuth;
  /** Addresses in private and loopback ranges may be connected to. */
  allowPrivateAddress: boolean;
}

/**
 * How a legacy repository is signed in to. Sent to its own origin only.
 *
 * @internal
 */
export type LegacyAuth =
  | { type: 'none' }
  | { type: 'basic'; username: string; password: string }
  /** Sent as `Authorization: Bearer …`. */
  | { type: 'token'; token: string };

/**
 * Who is trusted and who never is.
 *
 * @internal
 */
export interface TrustConfig {
  roots: RootConfig[];
  keys: KeyConfig[];
  keyrings: KeyringConfig[];
  stores: StoreConfig[];
  distrust: Distrust[];
}

/**
 * A Sigstore trust root. Roots are never merged.
 *
 * @internal
 */
export interface RootConfig {
  id: string;
  source: RootSource;
  /** Null: taken as it is at start, and never stale. */
  refresh: RefreshConfig | null;
  /** For demonstrations only: refused in production. */
  demo: boolean;
  /** How many distinct proofs of each kind a signature needs under this root. */
  thresholds: { tlog: number; ctlog: number; timestamp: number };
}

/**
 * Where a root is from.
 *
 * @internal
 */
export type RootSource =
  /** The public Sigstore instance: shipped with `@sigstore/tuf`, refreshed over TUF. */
  | { type: 'publicGood' }
  /** A `trusted_root.json`. */
  | { type: 'file'; path: string }
  /** What `gh attestation trusted-root` writes: GitHub's own instance is taken from it. */
  | { type: 'github'; path: string }
  /** A TUF repository, believed from the `root.json` at `rootPath` on. */
  | {
      type: 'tuf';
      /** https, without a slash at its end. */
      url: string;
      rootPath: string;
      /** Path of the `trusted_root.json` among the repository's targets. */
      target: string;
      allowPrivateAddress: boolean;
    };

/**
 * How a root is kept fresh.
 *
 * @internal
 */
export interface RefreshConfig {
  /** Milliseconds between two refreshes. */
  intervalMs: number;
  /** Milliseconds without anything newer, after which nothing under the root is called verified. */
  maxAgeMs: number;
}

/**
 * A public key.
 *
 * @internal
 */
export interface KeyConfig {
  id: string;
  source: { type: 'pem'; pem: string } | { type: 'file'; path: string };
  /** For demonstrations only: refused in production. */
  demo: boolean;
  /** ISO; the window in which a signature by it counts, judged by verified times. */
  validFrom?: string;
  validUntil?: string;
}

/**
 * OpenPGP public keys whose Helm provenance files are believed.
 *
 * @internal
 */
export interface KeyringConfig {
  id: string;
  source: { type: 'armored'; armored: string } | { type: 'file'; path: string };
  /** For demonstrations only: refused in production. */
  demo: boolean;
  /** ISO; the window in which its keys count, judged by today's date: OpenPGP proves no times. */
  validFrom?: string;
  validUntil?: string;
}

/**
 * Certificates that a Notation signature may lead to.
 *
 * @internal
 */
export interface StoreConfig {
  id: string;
  source: { type: 'pem'; pem: string } | { type: 'file'; path: string };
  /** For demonstrations only: refused in production. */
  demo: boolean;
}

/**
 * How the index is kept.
 *
 * @internal
 */
export interface IndexingConfig {
  /** Milliseconds between two looks at the same chart. */
  intervalMs: number;
  /** Milliseconds between two readings of the catalog. */
  discoveryIntervalMs: number;
  /** Charts walked at a time by this process. */
  concurrency: number;
  /** Threads that verify; 0: the process itself does; null: as many as suit the machine. */
  verifierWorkers: number | null;
}
