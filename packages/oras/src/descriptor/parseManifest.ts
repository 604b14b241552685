import { z } from 'zod';
import { OrasError } from '../error/OrasError';
import type { Manifest } from './Manifest';
import { isIndexType, isManifestType } from './mediaTypes';
import { parseJson } from './parseJson';
import { imageIndexSchema, imageManifestSchema } from './schema';

/**
 * Largest manifest read, bytes.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests
 * @public
 */
export const MANIFEST_LIMIT = 4 * 1024 * 1024;

const shape = z.object({
  schemaVersion: z.unknown().optional(),
  mediaType: z.unknown().optional(),
  config: z.unknown().optional(),
  layers: z.unknown().optional(),
  manifests: z.unknown().optional(),
});

/**
 * Decodes a manifest or an index. Strict in digest, size and media type of every descriptor; annotations that do not fit
 * are dropped. Content that could be read as both is refused, so that no two readers take it differently
 * (CVE-2021-41190).
 *
 * @throws OrasError `too-large`, `malformed-response`, `unsupported`
 * @public
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  if (bytes.byteLength > MANIFEST_LIMIT) {
    throw new OrasError(
      'too-large',
      `the manifest has more than ${MANIFEST_LIMIT} bytes`,
    );
  }
  const json = parseJson(bytes, 'the manifest');
  const { success, data: seen } = shape.safeParse(json);
  if (!success) {
    throw malformed('it is no object');
  }
  if (seen.schemaVersion !== 2) {
    throw new OrasError(
      'unsupported',
      'only manifests of schema version 2 are read',
    );
  }
  const isIndex = seen.manifests !== undefined;
  if (isIndex && (seen.layers !== undefined || seen.config !== undefined)) {
    throw malformed('it has the fields of a manifest and of an index');
  }
  if (typeof seen.mediaType === 'string') {
    checkType(seen.mediaType, isIndex);
  }
  return isIndex
    ? { kind: 'index', ...read(imageIndexSchema, json) }
    : { kind: 'manifest', ...read(imageManifestSchema, json) };
}

function checkType(mediaType: string, isIndex: boolean): void {
  if (!isManifestType(mediaType)) {
    throw new OrasError(
      'unsupported',
      `manifests of type ${mediaType.slice(0, 100)} are not read`,
    );
  }
  if (isIndexType(mediaType) !== isIndex) {
    throw malformed('its media type contradicts its fields');
  }
}

function read<T>(schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  throw malformed(`${issue?.path.join('.')}: ${issue?.message}`);
}

function malformed(why: string): OrasError {
  return new OrasError(
    'malformed-response',
    `the manifest cannot be read: ${why.slice(0, 200)}`,
  );
}
