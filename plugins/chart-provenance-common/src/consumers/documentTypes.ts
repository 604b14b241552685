import { ConsumerReading } from './types';

/**
 * One document that may tell of consumers, as JSON or YAML gave it. Whoever merges it writes it.
 *
 * @public
 */
export type ConsumerDocument =
  | {
      /** An object as in a cluster, or a `List` of such. What is no consumer is passed over. */
      kind: 'manifest';
      value: unknown;
      /** Folder of its file in Git: of several objects of one name, the nearest is meant, and no status counts. Leave it out for a cluster. */
      folder?: string;
    }
  | {
      /** Chart.yaml, with the Chart.lock beside it; `lock` is undefined when there is none. */
      kind: 'chart';
      value: unknown;
      lock?: unknown;
    };

/**
 * A consumer, and the document it was read from.
 *
 * @public
 */
export interface LocatedReading {
  /** Index into the documents given. */
  document: number;
  reading: ConsumerReading;
}

/**
 * A document, or an object in it, that could not be read. Its neighbours could.
 *
 * @public
 */
export interface ReadingProblem {
  /** Index into the documents given. */
  document: number;
  /** What it is, as far as that can be told, e.g. `HelmRelease shop/payments`; empty when it cannot. */
  object: string;
  /** One sentence, at most 300 characters. */
  message: string;
}

/**
 * What all documents of one place say.
 *
 * @public
 */
export interface ConsumerReadings {
  /** In the order of the documents. */
  consumers: LocatedReading[];
  problems: ReadingProblem[];
  /** True when something was left out because of a limit (50,000 objects or consumers): consumers that are missing may still exist. */
  truncated: boolean;
}
