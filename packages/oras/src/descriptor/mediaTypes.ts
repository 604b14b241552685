/**
 * Media types of manifests and indexes.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md
 * @public
 */
export const MEDIA_TYPES = {
  imageManifest: 'application/vnd.oci.image.manifest.v1+json',
  imageIndex: 'application/vnd.oci.image.index.v1+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerManifestList:
    'application/vnd.docker.distribution.manifest.list.v2+json',
  emptyConfig: 'application/vnd.oci.empty.v1+json',
} as const;

const INDEXES: ReadonlySet<string> = new Set([
  MEDIA_TYPES.imageIndex,
  MEDIA_TYPES.dockerManifestList,
]);

const MANIFESTS: ReadonlySet<string> = new Set([
  ...INDEXES,
  MEDIA_TYPES.imageManifest,
  MEDIA_TYPES.dockerManifest,
]);

/**
 * Whether content of this type lives at the manifest endpoint: a manifest or an index.
 *
 * @public
 */
export function isManifestType(mediaType: string): boolean {
  return MANIFESTS.has(mediaType);
}

/**
 * Whether this is the type of an index.
 *
 * @public
 */
export function isIndexType(mediaType: string): boolean {
  return INDEXES.has(mediaType);
}
