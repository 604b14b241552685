export * from './integrationSource';
