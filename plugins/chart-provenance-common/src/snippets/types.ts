import type { ChartImage } from '../api/imageTypes';
import type {
  Snippet,
  SnippetDiff,
  SnippetFile,
  SnippetGroup,
  SnippetOption,
} from '../api/snippetTypes';
import type { TagHistory } from '../api/tagTypes';
import type { TrustPolicy } from '../policy/types';
import type { RegistryKind } from '../quirks/types';
import type { VerdictStatus } from '../verdict/types';

/**
 * The version that texts name.
 *
 * @public
 */
export interface SnippetVersion {
  /** The chart's own, with `+`. */
  version: string;
  /** The tag it is published under, with `_` for `+`; null when no tag points at it. */
  tag: string | null;
  /** Of the manifest. */
  digest: string;
  /** Of the chart archive. */
  chartLayerDigest: string | null;
  status: VerdictStatus;
}

/**
 * A trust root, as a text needs it.
 *
 * @public
 */
export interface SnippetRoot {
  id: string;
  type: 'publicGood' | 'file' | 'github' | 'tuf';
  thresholds: { tlog: number; ctlog: number; timestamp: number };
  /** The `trusted_root.json`; null for the public instance. */
  trustedRoot: string | null;
}

/**
 * A consumer whose own manifest is known.
 *
 * @public
 */
export interface SnippetConsumer {
  id: string;
  /** e.g. `Application`, `HelmRelease`, `OCIRepository`. */
  kind: string;
  name: string;
  namespace: string | null;
  /** e.g. `Application shop/payments in prod-eu`. */
  title: string;
  /** See `ConsumerReading.part`. */
  part: string;
  path: string | null;
  href: string | null;
  /** The manifest, as text: the file where it is from Git, else the object without status and managed fields. Written by the consumer. */
  text: string;
  /** `text` is the whole file it stands in. */
  wholeFile: boolean;
}

/**
 * Everything a text is made from: facts of this chart, and nothing else. Strings are whatever somebody wrote; a generator writes them inertly
 * (see `words/`) or refuses.
 *
 * @public
 */
export interface SnippetInput {
  chart: {
    chartId: string;
    /** `host[:port]` */
    registry: string;
    /** With the chart's name as its last segment. */
    repository: string;
    name: string;
    registryKind: RegistryKind;
    plainHttp: boolean;
    entityRef: string;
    /** e.g. `github.com/acme/payments`; may hold `*`; null when the operator names none. */
    expectedSource: string | null;
  };
  /** The newest verified one, else the newest; null when nothing is published. */
  version: SnippetVersion | null;
  policies: readonly TrustPolicy[];
  roots: readonly SnippetRoot[];
  /** Public keys, PEM. */
  keys: readonly { id: string; pem: string }[];
  /** Armoured OpenPGP keys. */
  keyrings: readonly { id: string; armored: string }[];
  /** Where the chart was, or still is, published. */
  legacy: {
    repositoryUrl: string;
    name: string;
    server: 'chartmuseum' | 'github-pages' | 's3' | 'gcs' | 'unknown';
  } | null;
  gate: {
    /** Base of this plugin's API, e.g. `https://backstage.acme.dev/api/chart-provenance`. */
    apiUrl: string;
    environments: readonly { name: string; enforced: boolean }[];
  };
  /** Page of the component's tab. */
  pageUrl: string;
  /** Tags of the chart that moved, or are no versions, with their histories. */
  tags: readonly TagHistory[];
  /** When the registry was last read to its end, ISO, null: never; and whether all such tags are in `tags`. */
  tagsRead: { at: string | null; complete: boolean };
  images: readonly ChartImage[];
  /** Policies that images name, where they are not the chart's. */
  imagePolicies?: readonly TrustPolicy[];
  consumers: readonly SnippetConsumer[];
}

/**
 * A generated text, before it is given its head.
 *
 * @public
 */
export interface GeneratedText {
  files: SnippetFile[];
  guarantees: string;
  cannot: string[];
  notes: string[];
  diffs?: SnippetDiff[];
  links?: Snippet['links'];
}

/**
 * Makes one kind of text. Pure.
 *
 * @public
 */
export interface SnippetGenerator {
  /** Lower-case words joined by dashes, unique. */
  id: string;
  group: SnippetGroup;
  title: string;
  /** Choices for this chart, each with its default as `value`. */
  options(input: SnippetInput): SnippetOption[];
  /** Why it cannot be made for this chart, one sentence; null when it can. Called before `generate`. */
  unavailable(input: SnippetInput): string | null;
  /**
   * @param options - name → value; every option is there, with one of its values
   * @throws SnippetError for what cannot be written inertly
   */
  generate(
    input: SnippetInput,
    options: Readonly<Record<string, string>>,
  ): GeneratedText;
}
