export * from './dockerConfigSource';
