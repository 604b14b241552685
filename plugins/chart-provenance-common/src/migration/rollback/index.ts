export * from './rollbackOf';
