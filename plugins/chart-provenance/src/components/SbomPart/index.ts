export * from './SbomPart';
