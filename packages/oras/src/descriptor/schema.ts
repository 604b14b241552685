import { z } from 'zod';
import { isDigest } from '../reference/parseDigest';
import type { Digest } from './Descriptor';

/** Entries of one manifest or index; more is nobody's chart. */
const ENTRY_LIMIT = 10_000;

/** @see https://www.rfc-editor.org/rfc/rfc6838#section-4.2 */
const mediaType = z
  .string()
  .max(255)
  .regex(
    /^[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]*\/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]*$/,
  );

const digest = z.custom<Digest>(
  value => typeof value === 'string' && isDigest(value),
  'a sha256 or sha512 digest is expected',
);

/** Display only: what does not fit is dropped, not refused, at the first misfit: an issue for each of many would fill the memory. */
const annotations = z
  .custom(
    value =>
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every(text => typeof text === 'string'),
  )
  .pipe(z.record(z.string(), z.string()))
  .optional()
  .catch(undefined);
const artifactType = z.string().max(255).optional().catch(undefined);

/**
 * Strict in what addresses content, loose in what only describes it.
 *
 * @internal
 */
export const descriptorSchema = z.object({
  mediaType,
  digest,
  size: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  artifactType,
  annotations,
});

const common = {
  schemaVersion: z.literal(2),
  mediaType: mediaType.optional(),
  artifactType,
  subject: descriptorSchema
    .nullish()
    .transform(subject => subject ?? undefined),
  annotations,
};

/**
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
 * @internal
 */
export const imageManifestSchema = z.object({
  ...common,
  config: descriptorSchema,
  layers: z.array(descriptorSchema).max(ENTRY_LIMIT),
});

/**
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 * @internal
 */
export const imageIndexSchema = z.object({
  ...common,
  // Registries written in Go send null for an empty list.
  manifests: z
    .array(descriptorSchema)
    .max(ENTRY_LIMIT)
    .nullable()
    .transform(manifests => manifests ?? []),
});
