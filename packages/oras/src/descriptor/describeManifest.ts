import { z } from 'zod';
import { OrasError } from '../error/OrasError';
import type { Descriptor, Digest } from './Descriptor';
import { digestOf } from './digestOf';
import { isManifestType, MEDIA_TYPES } from './mediaTypes';
import { parseJson } from './parseJson';

const shape = z.object({
  mediaType: z.string().optional(),
  manifests: z.unknown().optional(),
  layers: z.unknown().optional(),
});

/**
 * The descriptor of manifest bytes, computed. What the bytes say of their type must agree with what the server said: two readers
 * taking one document for different things is an attack (CVE-2021-41190).
 *
 * @param contentType - the server's word, if it is worth anything
 * @param digest - what the bytes were asked for by; its algorithm is used
 * @throws OrasError `malformed-response`, `digest-mismatch`
 * @internal
 */
export function describeManifest(
  bytes: Uint8Array,
  contentType?: string,
  digest?: Digest,
): Descriptor {
  const actual = digestOf(
    bytes,
    digest?.startsWith('sha512:') ? 'sha512' : 'sha256',
  );
  if (digest !== undefined && actual !== digest) {
    throw new OrasError(
      'digest-mismatch',
      `${digest}: the bytes hash to ${actual}`,
    );
  }
  return {
    mediaType: mediaTypeOf(bytes, contentType),
    digest: actual,
    size: bytes.byteLength,
  };
}

function mediaTypeOf(bytes: Uint8Array, contentType = ''): string {
  const result = shape.safeParse(parseJson(bytes, 'the manifest'));
  if (!result.success) {
    throw new OrasError('malformed-response', 'the manifest is no object');
  }
  const { mediaType: inside, manifests, layers } = result.data;
  const outside = contentType.split(';')[0].trim().toLowerCase();
  const said = isManifestType(outside) ? outside : undefined;
  if (inside !== undefined && said !== undefined && inside !== said) {
    throw new OrasError(
      'malformed-response',
      'the manifest names another media type than the registry does',
    );
  }
  const known = inside ?? said;
  if (known !== undefined) {
    return known.slice(0, 255);
  }
  if (manifests !== undefined && layers === undefined) {
    return MEDIA_TYPES.imageIndex;
  }
  if (layers !== undefined && manifests === undefined) {
    return MEDIA_TYPES.imageManifest;
  }
  throw new OrasError('malformed-response', 'the manifest has no media type');
}
