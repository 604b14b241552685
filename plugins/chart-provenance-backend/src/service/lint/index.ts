export * from './createChecker';
