import { Descriptor, Digest } from 'chart-provenance-oras';
import { z } from 'zod';
import { isDigest } from '../server/grammar';
import { RegistryError } from '../server/RegistryError';

const LinkedDescriptor = z.object({
  mediaType: z.string(),
  digest: z.custom<Digest>(v => typeof v === 'string' && isDigest(v)),
  size: z.number().int().nonnegative(),
  urls: z.array(z.string()).optional(),
});

/**
 * What a manifest or an index points at; anything else in it is not this registry's business.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 */
const Links = z.object({
  mediaType: z.string().optional(),
  config: LinkedDescriptor.optional(),
  layers: z.array(LinkedDescriptor).optional(),
  blobs: z.array(LinkedDescriptor).optional(),
  manifests: z.array(LinkedDescriptor).optional(),
  subject: LinkedDescriptor.optional(),
});

/** @internal */
export interface ManifestLinks {
  mediaType?: string;
  /** Blobs that must be in the same repository. */
  blobs: Descriptor[];
  manifests: Descriptor[];
  subject?: Descriptor;
}

/**
 * @throws RegistryError 400 `MANIFEST_INVALID`
 * @internal
 */
export function parseManifestLinks(bytes: Uint8Array): ManifestLinks {
  const parsed = Links.safeParse(parseJson(bytes));
  if (!parsed.success) {
    throw new RegistryError(
      400,
      'MANIFEST_INVALID',
      z.prettifyError(parsed.error),
    );
  }
  const { config, layers, blobs, manifests, subject, mediaType } = parsed.data;
  return {
    mediaType,
    // A layer with urls of its own may live elsewhere.
    blobs: [...(config ? [config] : []), ...(layers ?? []), ...(blobs ?? [])]
      .filter(({ urls }) => !urls?.length)
      .map(plain),
    manifests: (manifests ?? []).map(plain),
    subject: subject && plain(subject),
  };
}

function plain({ mediaType, digest, size }: Descriptor): Descriptor {
  return { mediaType, digest, size };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new RegistryError(400, 'MANIFEST_INVALID', `not JSON: ${error}`);
  }
}
