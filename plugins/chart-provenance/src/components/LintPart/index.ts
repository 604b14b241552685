export * from './LintPart';
