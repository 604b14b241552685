export * from './ConsumerIndexingOptions';
export * from './ConsumerSourceProviders';
export * from './createConsumerIndexing';
export * from './existingEntities';
export * from './kubernetes';
export { chartIdOfTarget } from './resolve';
export type { HostWord } from './resolve';
