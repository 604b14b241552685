export * from './builtInManualItems';
export type { FieldProblem } from './fieldProblems';
export * from './manualItemsOf';
export * from './planProblems';
export * from './signOffProblems';
