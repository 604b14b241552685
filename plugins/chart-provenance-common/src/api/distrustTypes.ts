import { VerdictStatus } from '../verdict/types';

/**
 * Answer of `GET /distrust`: what the operator distrusts, and what stands on it. Only for readers who may operate the index: it names
 * charts and consumers of every owner.
 *
 * @public
 */
export interface DistrustReport {
  entries: DistrustEntry[];
  /** Charts that have not been judged by this list yet: what stands on an entry may be more than is told. */
  pending: number;
}

/**
 * One entry of `trust.distrust` with what it reaches.
 *
 * @public
 */
export interface DistrustEntry {
  id: string;
  reason: string;
  /** What is distrusted, in words, e.g. `key release-2025`; several parts are joined by `or`. */
  what: string[];
  /** ISO; signatures whose verified times lie in the range. Open where null. */
  from: string | null;
  until: string | null;
  /** Versions with evidence or a digest that it names, newest chart first; at most 200. */
  versions: DistrustedVersion[];
  /** Versions in all. */
  total: number;
  /** Consumers that run or want one of the versions told, those not told among them. */
  consumers: number;
}

/**
 * A version that an entry reaches.
 *
 * @public
 */
export interface DistrustedVersion {
  chartId: string;
  /** `oci://host/path/name` */
  reference: string;
  /** Entity ref; null when nobody owns the chart, or the reader may not see the entity. */
  owner: string | null;
  digest: string;
  version: string;
  /** As of now: a version that was signed again may be verified all the same. */
  status: VerdictStatus;
  /** At most 50. */
  consumers: {
    consumerId: string;
    title: string;
    /** Entity that deploys, an entity ref; null when nobody knows. */
    entityRef: string | null;
    environment: string | null;
    cluster: string | null;
  }[];
  /** More consumers: of entities that the reader may not see, or beyond those told. */
  moreConsumers: number;
}
