import { ConsumerReading } from 'backstage-plugin-chart-provenance-common';

/**
 * One use of a chart, with the place it was found at.
 *
 * @public
 */
export interface ObservedConsumer extends ConsumerReading {
  /** Name of the cluster the manifest lives in; null outside of clusters. */
  cluster: string | null;
  /** Path of the file inside its repository or folder; null in a cluster. */
  path: string | null;
  /** http(s) link for people; null when there is none. */
  href: string | null;
  /** Entity that deploys, where the source itself knows it (an annotation): a full entity ref. */
  entityRef: string | null;
}

/**
 * A document that could not be read. Its neighbours could.
 *
 * @public
 */
export interface DocumentProblem {
  /** e.g. `apps/payments.yaml, document 2` or `HelmRelease shop/payments`. */
  where: string;
  /** One sentence, at most 300 characters. */
  message: string;
}

/**
 * What one reading of a source saw.
 *
 * @public
 */
export interface ConsumerObservation {
  consumers: ObservedConsumer[];
  problems: DocumentProblem[];
  /**
   * True: everything was read, so that consumers missing from it are gone. False: something was left out (no permission for one kind,
   * a limit); consumers seen before and missing from it stay, marked stale.
   */
  complete: boolean;
  /** Why it is not complete, one sentence; null when it is. */
  incompleteBecause: string | null;
}

/**
 * A place where consumers are looked for: one cluster, one Git folder.
 *
 * @public
 */
export interface ConsumerSource {
  /** Unique among all sources, at most 200 characters, stable over restarts, e.g. `kubernetes:prod-eu`. */
  readonly id: string;
  /** For people, e.g. `Cluster prod-eu`. */
  readonly title: string;
  /** Cluster that it reads, if it is one. */
  readonly cluster: string | null;
  /**
   * Reads everything. A throw is shown with its message, which must hold no secret, and deletes nothing. Pass `signal` on: it
   * fires when the backend stops and when the reading takes too long.
   */
  read(options: { signal: AbortSignal }): Promise<ConsumerObservation>;
}

/**
 * Lists sources: asked anew every few minutes, because clusters come and go.
 *
 * @public
 */
export interface ConsumerSourceProvider {
  /** e.g. `kubernetes`; unique. */
  readonly id: string;
  /**
   * The sources there are now. One that is left out is gone, and its consumers with it; so throw when they cannot be listed. `unreadable` names
   * places that exist and cannot be read, which is shown: nobody may take them for places without consumers.
   */
  sources(options: { signal: AbortSignal }): Promise<{
    sources: ConsumerSource[];
    unreadable: { id: string; title: string; message: string; fix: string }[];
  }>;
}
