export * from './legacy';
export * from './promote';
export * from './release';
export * from './sbom';
export * from './settings';
export * from './signing';
export * from './types';
export * from './variables';
