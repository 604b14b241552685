export * from './ChartReferenceError';
export * from './chartIdOf';
export * from './normaliseRegistryHost';
export * from './parseChartReference';
