export * from './readShell';
export * from './types';
