import { OwnerSuggestion } from '../api/inventoryTypes';
import { Signer } from '../verdict/types';

/**
 * What is known of a chart that nobody owns. Only `signer` is proven: everything else was written by whoever publishes, deploys or
 * describes, and may be wrong on purpose.
 *
 * @public
 */
export interface UnclaimedFacts {
  /** Last segment of its repository, or its name in a legacy index. */
  name: string;
  /** `oci://…` and `https://…#name` by which annotations may name it. */
  references: readonly string[];
  /** Signer of the newest version, proven under a configured root; null when none is. */
  signer: Signer | null;
  /** `sources` and `home` of Chart.yaml, and the source annotation of the manifest. */
  sourceUrls: readonly string[];
  /** Of Chart.yaml. */
  maintainers: readonly { name: string; email?: string }[];
  /** Entities that deploy it, as labels and annotations of consumers lead to them. */
  deployedBy: readonly string[];
  /** Values of labels of its workloads that may name an entity. */
  workloadLabels: readonly string[];
  /** Entities whose annotations claim it. */
  claimants: readonly string[];
}

/**
 * An entity as suggestions see it.
 */
export interface Candidate {
  entityRef: string;
  name: string;
  /** Repository of its source location, in lower case; undefined when it has none that can be read. */
  source: string | undefined;
  /** Values by which workloads say that they are its. */
  kubernetesId: string | undefined;
  /** The owner's ref; undefined when it has none. */
  owner: string | undefined;
}

/**
 * What a maintainer's entry may say, an e-mail address or a name in lower case → refs of the users and groups it may mean.
 */
export type Teams = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Why an entity might be the owner, and how much that weighs.
 */
export interface WeighedReason {
  entityRef: string;
  kind: OwnerSuggestion['reasons'][number]['kind'];
  text: string;
  weight: number;
}

/**
 * Entities prepared for `suggestOwners`: made once, asked for many charts.
 *
 * @public
 */
export interface OwnerCandidates {
  /** @internal */
  readonly all: readonly Candidate[];
  /** Candidates by one of their values, e.g. `name:payments`. @internal */
  readonly by: ReadonlyMap<string, readonly Candidate[]>;
  /** @internal */
  readonly teams: Teams;
}
