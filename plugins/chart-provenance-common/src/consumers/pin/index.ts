export { classifyDigest, classifyVersion } from './classifyVersion';
export type { VersionGrammar, VersionReading } from './classifyVersion';
export { versionAt } from './versionAt';
