/**
 * Extension points of the Chart Provenance backend.
 *
 * @packageDocumentation
 */
export * from './consumers';
export * from './credentials';
