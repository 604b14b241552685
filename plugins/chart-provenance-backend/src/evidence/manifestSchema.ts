import { z } from 'zod';
import { annotationsSchema, descriptorSchema } from './descriptorSchema';

/**
 * A manifest with layers. `mediaType` may be missing: Helm writes none.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
 */
export const manifestSchema = z.object({
  schemaVersion: z.literal(2),
  mediaType: z.string().max(255).optional(),
  artifactType: z.string().max(255).optional(),
  config: descriptorSchema,
  layers: z.array(descriptorSchema).max(1024),
  subject: descriptorSchema.optional(),
  annotations: annotationsSchema,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
export const indexSchema = z.object({
  schemaVersion: z.literal(2),
  mediaType: z.string().max(255).optional(),
  artifactType: z.string().max(255).optional(),
  manifests: z.array(descriptorSchema).max(1024),
  subject: descriptorSchema.optional(),
});
export type Index = z.infer<typeof indexSchema>;
