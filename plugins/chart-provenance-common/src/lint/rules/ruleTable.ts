import { READER_RULES } from '../../consumers/finding/findings';
import { COMMAND_RULES } from './commandRules';
import { MANIFEST_RULES } from './manifestRules';

/** How bad it is, and what is said of it. */
export interface RuleWords {
  severity: 'error' | 'warning' | 'info';
  message: string;
  fix: string;
}

/** Rules of the readers that need more than one text, or what runs: the checker never states them. */
type NotInTexts =
  | 'other-source-runs'
  | 'other-destination-runs'
  | 'applicationset-template-patch'
  | 'ambiguous-source'
  | 'flux-remote-cluster'
  | 'lock-out-of-date';

/** Id of a rule of the reference checker. */
export type LintRule =
  | Exclude<keyof typeof READER_RULES, NotInTexts>
  | keyof typeof COMMAND_RULES
  | keyof typeof MANIFEST_RULES;

const WORDS: Readonly<Record<string, RuleWords>> = {
  ...READER_RULES,
  ...COMMAND_RULES,
  ...MANIFEST_RULES,
};

const NOT_IN_TEXTS: readonly string[] = [
  'other-source-runs',
  'other-destination-runs',
  'applicationset-template-patch',
  'ambiguous-source',
  'flux-remote-cluster',
  'lock-out-of-date',
] satisfies NotInTexts[];

/** What is said of a rule. */
export function wordsOf(rule: LintRule): RuleWords {
  return WORDS[rule];
}

/**
 * Ids of all rules of the reference checker, in alphabetical order.
 *
 * @public
 */
export const LINT_RULES: readonly string[] = Object.keys(WORDS)
  .filter(rule => !NOT_IN_TEXTS.includes(rule))
  .sort();

/** Is it a rule that a finding of the readers may state here too? */
export function isLintRule(rule: string): rule is LintRule {
  return LINT_RULES.includes(rule);
}

/** What is said of a rule, by its id; undefined for one that is none. */
export function ruleWords(rule: string): RuleWords | undefined {
  return isLintRule(rule) ? WORDS[rule] : undefined;
}
