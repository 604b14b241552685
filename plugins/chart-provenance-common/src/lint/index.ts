export * from './applyCorrections';
export * from './lintText';
export { LINT_RULES, ruleWords } from './rules/ruleTable';
export type { RuleWords } from './rules/ruleTable';
