export * from './ConsumerSource';
export * from './ConsumerSourceError';
export * from './chartProvenanceConsumersExtensionPoint';
