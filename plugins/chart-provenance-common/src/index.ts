/**
 * The pure core of Chart Provenance: plain data and pure functions. No I/O, no Node API, no clock.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './commands';
export * from './consumers/types';
export * from './evidence';
export type * from './gate/offlineTypes';
export type * from './gate/types';
export type * from './migration/types';
export { compileGlob, matchGlob } from './glob';
export type { GlobSegment } from './glob';
export * from './ownership';
export * from './permissions';
export * from './policy';
export * from './problem';
export * from './quirks';
export * from './reference';
export * from './sbom';
export type * from './snippets/types';
export * from './source';
export * from './suggestions';
export * from './tags';
export * from './verdict';
