export * from './PartNav';
