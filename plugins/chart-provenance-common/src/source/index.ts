export * from './narrowSource';
export * from './normaliseSource';
export * from './sourceMatches';
