import { z } from 'zod';
import { TrustMetadata } from './TrustStore';

const metadataSchema = z.strictObject({
  roots: z.array(z.string()),
  timestamp: z.string(),
  snapshot: z.string(),
  targets: z.string(),
});

/**
 * Reads the column `metadata`. It decides who is trusted, so its shape is checked although only this store writes it: what is not as
 * written counts as nothing.
 */
export function trustMetadataOf(column: string | null): TrustMetadata | null {
  if (column === null) {
    return null;
  }
  try {
    return metadataSchema.parse(JSON.parse(column));
  } catch {
    return null;
  }
}
