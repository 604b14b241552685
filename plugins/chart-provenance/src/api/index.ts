export * from './ChartProvenanceApi';
export * from './ChartProvenanceClient';
export * from './chartProvenanceApiRef';
