/**
 * An OCI registry client after the ORAS model. Knows nothing of Helm or Backstage.
 *
 * @packageDocumentation
 */
export * from './auth';
export * from './descriptor';
export * from './egress';
export * from './error';
export * from './reference';
export * from './remote';
export * from './retry';
export * from './target';
