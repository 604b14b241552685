export * from './lintManifest';
