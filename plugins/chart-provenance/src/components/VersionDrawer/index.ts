export * from './VersionDrawer';
