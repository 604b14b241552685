/**
 * Readers of what deploys charts. Pages need the types only, which the package itself exports.
 *
 * @packageDocumentation
 */
export * from './documentTypes';
export { unpinned } from './finding';
export * from './gate';
export { classifyDigest, classifyVersion } from './pin';
export type { VersionGrammar, VersionReading } from './pin';
export * from './readConsumers';
export { chartTargetOf, formatChartTarget, normaliseLegacyUrl } from './target';
export type { TargetReading } from './target';
export * from './types';
