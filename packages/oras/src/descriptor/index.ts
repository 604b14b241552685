export type { Descriptor, Digest } from './Descriptor';
export { digestOf } from './digestOf';
export type {
  ImageIndex,
  ImageManifest,
  Manifest,
  ManifestBase,
} from './Manifest';
export { isIndexType, isManifestType, MEDIA_TYPES } from './mediaTypes';
export { MANIFEST_LIMIT, parseManifest } from './parseManifest';
export { verifyContent } from './verifyContent';
