export * from './AuthorizedChartProvenance';
export * from './ChartProvenanceService';
export * from './createRouter';
export * from './DefaultChartProvenance';
export * from './DoctorRunner';
export * from './ed25519KeysOf';
export * from './trustStatusOf';
