export * from './base64';
export * from './chartPlace';
export * from './pipelines';
export * from './signingPlan';
export * from './types';
