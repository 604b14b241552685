import { z } from 'zod';
import { digestSchema } from '../descriptorSchema';
import { parseJson } from '../json/parseJson';
import { SIGNED_LIMITS } from './bounds';
import { malformed } from './malformed';
import { TargetArtifact } from './NotationEnvelope';

/** Members that are not known could be read as the digest by a reader who does not tell cases apart, as Go does. */
const payloadSchema = z.strictObject({
  targetArtifact: z.strictObject({
    mediaType: z.string().min(1).max(255),
    digest: digestSchema,
    size: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
});

/**
 * Reads what was signed.
 *
 * @throws EvidenceError `evidence-too-large`, `bad-signature`.
 */
export function readPayload(payload: Uint8Array): TargetArtifact {
  const json = parseJson(
    payload,
    SIGNED_LIMITS,
    'The payload of the Notation signature',
    'bad-signature',
  );
  const parsed = payloadSchema.safeParse(json);
  if (!parsed.success) {
    throw malformed('its payload does not name a manifest.', parsed.error);
  }
  const { mediaType, digest, size } = parsed.data.targetArtifact;
  return { mediaType, digest, size };
}
