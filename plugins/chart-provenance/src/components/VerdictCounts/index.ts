export * from './VerdictCounts';
