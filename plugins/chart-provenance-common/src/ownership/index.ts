export * from './compileRepositoryRules';
export * from './conventionalRepositories';
export * from './entityFilter';
export * from './matchRepository';
export * from './resolveOwnership';
export * from './types';
