export * from './HypotheticalVerdicts';
export * from './ImpactReader';
export * from './StoredHypotheses';
