/**
 * What is to be done with the chart.
 *
 * @public
 */
export type SnippetGroup =
  | 'publish'
  | 'argocd'
  | 'flux'
  | 'consume'
  | 'enforce'
  | 'registry';

/**
 * One generated text, with its file.
 *
 * @public
 */
export interface SnippetFile {
  /** Suggested path in the repository it belongs to, e.g. `.github/workflows/release.yml`. */
  path: string;
  language:
    | 'yaml'
    | 'shell'
    | 'hcl'
    | 'json'
    | 'markdown'
    | 'dockerfile'
    | 'text';
  text: string;
}

/**
 * A choice that changes the text.
 *
 * @public
 */
export interface SnippetOption {
  /** Lower-case words joined by dashes; query parameter `option=<name>:<value>`. */
  name: string;
  title: string;
  values: { value: string; title: string }[];
  /** The one in force. */
  value: string;
}

/**
 * A consumer's own manifest before and after, where it is known.
 *
 * @public
 */
export interface SnippetDiff {
  consumerId: string;
  /** What it is, e.g. `Application shop/payments in prod-eu`. */
  title: string;
  path: string | null;
  /** http(s) link to the file; null where none is known. */
  href: string | null;
  /** Unified diff, with three lines around each change. */
  patch: string;
  /** The whole text after the change; null when only the object is known, not the file. */
  after: string | null;
}

/**
 * A text made for one chart, with what it is worth.
 *
 * @public
 */
export interface Snippet {
  /** Stable, lower-case words joined by dashes, e.g. `github-actions`. */
  id: string;
  group: SnippetGroup;
  title: string;
  /** One sentence: what it guarantees. */
  guarantees: string;
  /** One sentence each: what it cannot do. */
  cannot: string[];
  files: SnippetFile[];
  /** What to know before using it, plain text. */
  notes: string[];
  options: SnippetOption[];
  diffs: SnippetDiff[];
  links: { title: string; href: string }[];
}

/**
 * What there is to choose from.
 *
 * @public
 */
export interface SnippetHead {
  id: string;
  group: SnippetGroup;
  title: string;
  /** Why it cannot be made for this chart, one sentence; null when it can. */
  unavailable: string | null;
}

/**
 * Answer of `GET …/charts/{chartId}/snippets`.
 *
 * @public
 */
export interface SnippetList {
  chartId: string;
  /** The version that texts name; null when none is published. */
  version: { version: string; digest: string; verified: boolean } | null;
  items: SnippetHead[];
}
