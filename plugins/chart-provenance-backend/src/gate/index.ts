export * from './BoundedMap';
export * from './Coalescer';
export { newDecisionId } from './offline/newDecisionId';
export * from './PolicyHashes';
export * from './TagQuestions';
export * from './timeOfUlid';
export * from './TokenBuckets';
export * from './VersionFacts';
