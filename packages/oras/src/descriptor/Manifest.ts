import type { Descriptor } from './Descriptor';

/**
 * What a manifest and an index have in common.
 *
 * @public
 */
export interface ManifestBase {
  schemaVersion: 2;
  mediaType?: string;
  artifactType?: string;
  /** The manifest this one refers to. */
  subject?: Descriptor;
  annotations?: Record<string, string>;
}

/**
 * @public
 */
export interface ImageManifest extends ManifestBase {
  kind: 'manifest';
  config: Descriptor;
  layers: Descriptor[];
}

/**
 * @public
 */
export interface ImageIndex extends ManifestBase {
  kind: 'index';
  manifests: Descriptor[];
}

/**
 * @public
 */
export type Manifest = ImageManifest | ImageIndex;
