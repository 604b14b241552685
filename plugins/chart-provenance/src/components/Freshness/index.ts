export * from './FreshnessLine';
