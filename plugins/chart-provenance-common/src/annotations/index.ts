export * from './names';
export * from './parseCharts';
export * from './parseConsumes';
export * from './parseLegacyCharts';
export * from './parseTrustPolicy';
export * from './types';
