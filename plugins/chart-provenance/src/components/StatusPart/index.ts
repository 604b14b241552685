export * from './StatusPart';
