export * from './ConfigProblemsError';
export * from './loadConfig';
export * from './types';
