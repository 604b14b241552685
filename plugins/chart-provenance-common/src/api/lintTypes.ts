import type { SnippetFile } from './snippetTypes';

/**
 * A place in a text.
 *
 * @public
 */
export interface LintPosition {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** From 0, in UTF-16 code units. */
  offset: number;
}

/**
 * Something wrong with a reference, an identity or what surrounds it.
 *
 * @public
 */
export interface LintFinding {
  /** Stable id of the rule, in kebab case. */
  rule: string;
  severity: 'error' | 'warning' | 'info';
  start: LintPosition;
  end: LintPosition;
  /** One sentence: what is wrong. */
  message: string;
  /** What the real tool prints, where it prints something. */
  tool: { name: string; prints: string } | null;
  /** One sentence: what to do. */
  fix: string;
  /** Text that takes the place of `start` to `end` and mends it; null when only a person can. */
  correction: string | null;
  /** Heading of the rule in docs/rules.md, e.g. `#push-with-chart-name`. */
  anchor: string;
}

/**
 * Body of `POST /lint`.
 *
 * @public
 */
export interface LintRequest {
  /** At most 256 KiB in UTF-8. */
  text: string;
  /** Decides how it is read, e.g. `Chart.yaml`; guessed from the text without. */
  filename?: string;
}

/**
 * As what a text was read.
 *
 * @public
 */
export type LintKind =
  | 'reference'
  | 'command'
  | 'manifest'
  | 'chart'
  | 'ci'
  | 'helmfile'
  | 'terraform'
  | 'markdown'
  | 'unknown';

/**
 * Answer of `POST /lint`.
 *
 * @public
 */
export interface LintReport {
  kind: LintKind;
  /** In order of their place; at most 500. */
  findings: LintFinding[];
  /** There were more. */
  cut: boolean;
  /** The whole text with every correction made; null when there is none. */
  corrected: string | null;
  /** What of the text could not be read, one sentence each: nothing was found there because nobody looked. */
  unread: string[];
  /** Of `corrected`, for a download; the language is that of the text. */
  language: SnippetFile['language'];
}
