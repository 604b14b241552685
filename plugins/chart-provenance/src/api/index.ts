export * from './AdoptApi';
export * from './AdoptClient';
export * from './BackendClient';
export * from './ChartProvenanceApi';
export * from './ChartProvenanceClient';
export * from './chartProvenanceApiRef';
export * from './requestTypes';
