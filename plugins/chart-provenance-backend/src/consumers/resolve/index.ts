export * from './chartIdOfTarget';
export * from './resolveConsumer';
