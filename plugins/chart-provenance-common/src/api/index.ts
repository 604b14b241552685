export * from './doctorTypes';
export * from './tagTypes';
export * from './types';
