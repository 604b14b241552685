export { newestOf } from './markSupported';
export * from './matchVersions';
export type { VersionMatch } from './types';
export * from './versionKeys';
