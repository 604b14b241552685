export * from './EntityTab';
