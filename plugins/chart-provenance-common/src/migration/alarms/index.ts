export * from './alarmsOf';
