import { ConsumerPattern } from './consumersPattern';

/**
 * Where consumers of charts are looked for, and what the operator says of them.
 *
 * @internal
 */
export interface ConsumersConfig {
  /** Milliseconds between two readings of the same place. */
  intervalMs: number;
  /** Null: no cluster is read. */
  kubernetes: KubernetesConsumersConfig | null;
  git: GitConsumersConfig[];
  /** In the order written: the first that matches counts. */
  owners: ConsumerOwnerRule[];
  /** In the order written, the most important first: the first that matches counts. */
  environments: ConsumerEnvironment[];
}

/**
 * Which clusters of the Kubernetes plugin are read.
 *
 * @internal
 */
export interface KubernetesConsumersConfig {
  clusters: 'all' | string[];
  /** API server, as `normaliseServer` writes it → name of the cluster. */
  servers: ReadonlyMap<string, string>;
}

/**
 * A repository, or a folder of one, with manifests and charts.
 *
 * @internal
 */
export interface GitConsumersConfig {
  /** As the URL reader takes it, e.g. `https://github.com/acme/gitops/tree/main/apps`. */
  url: string;
  /** For people; the URL unless told. */
  title?: string;
  /** Cluster that its manifests are deployed to. */
  cluster?: string;
  /** Files and folders below `url` that are not read; a folder goes with all that is in it. */
  exclude?: ConsumerPattern[];
}

/**
 * Whose the consumers at some place are. Every pattern that is there has to match.
 *
 * @internal
 */
export interface ConsumerOwnerRule {
  cluster?: ConsumerPattern;
  namespace?: ConsumerPattern;
  name?: ConsumerPattern;
  path?: ConsumerPattern;
  /** A full entity ref; `{captures}` of the patterns are filled in. */
  entity: string;
}

/**
 * A named part of the estate. Of every list that is there, one pattern has to match.
 *
 * @internal
 */
export interface ConsumerEnvironment {
  name: string;
  clusters?: ConsumerPattern[];
  namespaces?: ConsumerPattern[];
  paths?: ConsumerPattern[];
}
