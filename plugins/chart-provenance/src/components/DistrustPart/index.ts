export * from './DistrustPart';
