import type { Descriptor } from '../descriptor/Descriptor';
import type { Manifest } from '../descriptor/Manifest';
import { parseManifest } from '../descriptor/parseManifest';

/**
 * How a referrers listing shows a manifest, and whose referrer it is.
 *
 * @internal
 */
export interface Referrer {
  subject: Descriptor;
  descriptor: Descriptor;
}

/**
 * The listing entry of a manifest that has a subject: its artifact type, or else its config's media type, and its annotations.
 * Bytes that are no manifest refer to nothing.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 * @returns undefined for what refers to nothing
 * @internal
 */
export function referrerIn(
  descriptor: Descriptor,
  bytes: Uint8Array,
): Referrer | undefined {
  const manifest = parsed(bytes);
  if (manifest?.subject === undefined) {
    return undefined;
  }
  const artifactType =
    manifest.artifactType ||
    (manifest.kind === 'manifest' ? manifest.config.mediaType : undefined);
  return {
    subject: manifest.subject,
    descriptor: {
      mediaType: descriptor.mediaType,
      digest: descriptor.digest,
      size: descriptor.size,
      ...(artifactType !== undefined && { artifactType }),
      ...(manifest.annotations && { annotations: manifest.annotations }),
    },
  };
}

function parsed(bytes: Uint8Array): Manifest | undefined {
  try {
    return parseManifest(bytes);
  } catch {
    return undefined;
  }
}
