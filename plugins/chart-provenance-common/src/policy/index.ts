export * from './applyFreshness';
export * from './checkSubjectPattern';
export * from './compilePolicies';
export * from './judge';
export * from './judgeInput';
export * from './predicateTypes';
export * from './types';
