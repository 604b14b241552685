export * from './ReadingError';
export * from './oneLine';
export * from './readJson';
