export * from './AuthorizedChartProvenance';
export * from './ChartProvenanceService';
export * from './createRouter';
export * from './DefaultChartProvenance';
export * from './trustStatusOf';
