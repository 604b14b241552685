export * from './ProvenancePart';
