export * from './MigrationReader';
export * from './PhaseKeeper';
export * from './placesLookedAt';
