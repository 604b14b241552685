export * from './tagTypes';
export * from './types';
