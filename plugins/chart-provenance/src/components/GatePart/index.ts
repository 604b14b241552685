export * from './GatePart';
