export * from './consumerDiffs';
