/**
 * An OCI 1.1 registry in the process, for the demo and for tests.
 *
 * @packageDocumentation
 */
export * from './auth/AuthOptions';
export * from './DevRegistry';
export * from './faults/Fault';
export * from './layouts/openLayoutDirectory';
export * from './moves/applyMoves';
export { readMoves } from './moves/readMoves';
export type { Move } from './moves/schema';
export type { RecordedRequest } from './server/RecordedRequest';
export { serveDemo } from './serveDemo';
export type { ServeDemoOptions } from './serveDemo';
export { serveEmpty } from './serveEmpty';
export type { ServeEmptyOptions } from './serveEmpty';
export { startDevRegistry } from './startDevRegistry';
