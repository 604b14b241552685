/**
 * The pure core of Chart Provenance: plain data and pure functions. No I/O, no Node API, no clock.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './commands';
export * from './evidence';
export * from './ownership';
export * from './permissions';
export * from './policy';
export * from './problem';
export * from './quirks';
export * from './reference';
export * from './source';
export * from './tags';
export * from './verdict';
