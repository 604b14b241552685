export * from './createLegacyIndexing';
export type { LegacyHandlerOptions } from './LegacyHandler';
