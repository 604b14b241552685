export * from './MigrationPart';
