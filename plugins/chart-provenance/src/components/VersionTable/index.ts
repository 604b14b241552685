export * from './VersionTable';
