export * from './ConfigProblem';
