export * from './ProvenanceTab';
