/**
 * A content digest, `algorithm:hex`. Only sha256 and sha512 are accepted.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 * @public
 */
export type Digest = `${'sha256' | 'sha512'}:${string}`;

/**
 * What a piece of content is, how it is addressed, and how long it is (bytes).
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md
 * @public
 */
export interface Descriptor {
  mediaType: string;
  digest: Digest;
  size: number;
  artifactType?: string;
  /** Written by whoever pushed: hints, never facts. */
  annotations?: Record<string, string>;
}
