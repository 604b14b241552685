export * from './renovate';
