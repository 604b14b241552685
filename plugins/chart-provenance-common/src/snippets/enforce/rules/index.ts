export * from './argoRules';
export * from './CelRules';
export * from './fluxRules';
export * from './unknownRules';
