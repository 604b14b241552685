import type {
  ConsumerForm,
  Finding,
  PinKind,
  RunningReading,
} from '../consumers/types';
import type { ReasonCode, VerdictStatus } from '../verdict/types';

/**
 * The verdict on bytes that run, as a line shows it.
 *
 * @public
 */
export interface VerdictBrief {
  status: VerdictStatus;
  reason: { code: ReasonCode; message: string };
}

/**
 * What stands between the registry and a consumer, compared with the operator's policies for the chart.
 *
 * @public
 */
export interface ConsumerGate {
  /**
   * `as-policy`: checks for what the policy asks. `weaker`: checks, but lets more in than the policy. `other`: checks for something that
   * cannot be compared with the policy, or the chart has no policy. `none`: nothing checks. `not-applicable`: nothing is deployed.
   */
  strength: 'as-policy' | 'weaker' | 'other' | 'none' | 'not-applicable';
  /** One sentence that says so plainly. */
  message: string;
}

/**
 * One use of a chart, as a reader may see it.
 *
 * @public
 */
export interface ConsumerRow {
  /** Stable while the consumer is. */
  id: string;
  /** See `ConsumerReading.kind`. */
  kind: string;
  name: string;
  namespace: string | null;
  form: ConsumerForm;
  /** Where it was found. */
  where: {
    /** Id of the consumer source, e.g. `kubernetes:prod-eu`. */
    source: string;
    title: string;
    /** Cluster it deploys to (Argo CD's destination where there is one); null for a dependency or an annotation. */
    cluster: string | null;
    /** Path of the file, in Git. */
    path: string | null;
    /** http(s) link to the file, or null. */
    href: string | null;
  };
  /** Name of a configured environment; null when none matches. */
  environment: string | null;
  /** Catalog entity that deploys; null when nobody knows. */
  entityRef: string | null;
  /** Owner of that entity, an entity ref; null when unknown. */
  owner: string | null;
  /** The reference as written. */
  written: string;
  /** `legacy`: it still takes the chart from the legacy repository. */
  from: 'oci' | 'legacy';
  /** `oci://…` or `https://…#name`: the chart meant. */
  chart: string;
  /** Id of the chart meant, where it is in the inventory. */
  chartId: string | null;
  wants: { version: string | null; digest: string | null };
  pin: PinKind;
  bestPin: 'digest' | 'version';
  /** What its own status says runs; null when it has none. */
  runs:
    | (RunningReading & {
        /** Verdict on exactly the running bytes. Null when the bytes are not recorded or not known here: never a tick then. */
        verdict: VerdictBrief | null;
        /** Says why there is no verdict; null when there is one. One sentence. */
        note: string | null;
      })
    | null;
  /** Releases newer than what runs, or than what is wanted when nothing is known to run; null when it cannot be told. */
  behind: number | null;
  gate: ConsumerGate;
  findings: Finding[];
  /** ISO; when it was last seen. */
  seenAt: string;
  /** Its source could not be read since; what is shown is from before. */
  stale: boolean;
}

/**
 * A place where consumers are looked for, and how that went.
 *
 * @public
 */
export interface ConsumerSourceStatus {
  id: string;
  /** `kubernetes`, `git`, `annotations`, or the id of an added provider. */
  provider: string;
  title: string;
  /** ISO; null before the first. */
  lastSuccessAt: string | null;
  lastAttemptAt: string | null;
  /** Why the last reading failed, and what to do; null when it did not. */
  problem: { message: string; fix: string; since: string } | null;
  /** Documents that could not be read; their neighbours could. At most 20 are listed. */
  documents: { where: string; message: string }[];
  /** How many such documents there are. */
  documentProblems: number;
  consumers: number;
}

/**
 * Consumers in numbers. Those whose entity the reader may not see are counted, and are in `hidden`.
 *
 * @public
 */
export interface ConsumerSummary {
  total: number;
  hidden: number;
  /** Of all consumers, those in the registry by pin. */
  byPin: Record<PinKind, number>;
  /** Those that still take it from the legacy repository. */
  legacy: number;
  /** Sources that could not be read at all, or not lately: there may be more consumers. */
  unreadSources: number;
  /** No consumer source is configured: nobody looked. */
  nobodyLooked: boolean;
}

/**
 * Consumers of one tag that run different bytes, because it moved between them.
 *
 * @public
 */
export interface TagSplit {
  /** The version or tag they all ask for. */
  wants: string;
  digests: { digest: string; version: string | null; consumers: number }[];
}

/**
 * Answer of `GET …/charts/{chartId}/consumers`.
 *
 * @public
 */
export interface ConsumerList {
  chartId: string;
  /** By environment as configured, then by entity; at most 2,000. */
  items: ConsumerRow[];
  /** Environments in the operator's order, the most important first. */
  environments: string[];
  summary: ConsumerSummary;
  splits: TagSplit[];
  sources: ConsumerSourceStatus[];
}

/**
 * A chart that an entity deploys or depends on.
 *
 * @public
 */
export interface ConsumedChart {
  /** `oci://…` or `https://…#name`. */
  chart: string;
  name: string;
  /** Null when it is not in the inventory: a chart of others that nobody configured. */
  chartId: string | null;
  /** Entity that owns the chart, if the reader may see it. */
  ownerRef: string | null;
  /** The owner's own owner, an entity ref. */
  ownerTeam: string | null;
  /** The entity's uses of it. */
  items: ConsumerRow[];
}

/**
 * Answer of `GET …/consumes`.
 *
 * @public
 */
export interface ConsumesList {
  entityRef: string;
  charts: ConsumedChart[];
  sources: ConsumerSourceStatus[];
}

/**
 * What runs in one environment: one line of the overview card.
 *
 * @public
 */
export interface RunningLine {
  /** Null: in no configured environment. */
  environment: string | null;
  version: string | null;
  /** Null: which bytes run is not recorded. */
  digest: string | null;
  /** Clusters in which it runs, and all clusters of the environment that run the chart. */
  clusters: number;
  ofClusters: number;
  verdict: VerdictBrief | null;
  /** Why there is no verdict; null when there is one. */
  note: string | null;
}
