import { z } from 'zod';
import { BUNDLE_LIMITS } from '../bundle/bounds';
import { EvidenceError } from '../EvidenceError';
import { parseAround } from '../json/parseAround';

/** A DSSE envelope with the only signature it may have. */
export interface Envelope {
  payloadType: string;
  payload: Buffer;
  signature: Buffer;
  keyid: string;
}

const LIMITS = { ...BUNDLE_LIMITS, maxNodes: 100, maxDepth: 8 };

const base64 = z
  .base64()
  .min(1)
  .transform(text => Buffer.from(text, 'base64'));

const envelopeSchema = z.object({
  payloadType: z.string().max(255),
  // Of several signatures a reader would have to say which one counts.
  signatures: z
    .array(z.object({ sig: base64, keyid: z.string().max(1024).default('') }))
    .length(1),
});

/**
 * Reads the envelope of a cosign attestation.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md
 * @throws EvidenceError `bad-signature` for what is no envelope with one signature, `evidence-too-large`.
 */
export function openEnvelope(bytes: Uint8Array): Envelope {
  const { json, payload } = parseAround(
    bytes,
    LIMITS,
    ['payload'],
    'The envelope',
    'bad-signature',
  );
  const parsed = envelopeSchema.safeParse(json);
  if (!parsed.success || !payload?.length) {
    throw new EvidenceError(
      'bad-signature',
      'This is not a DSSE envelope with exactly one signature.',
      parsed.error,
    );
  }
  const { payloadType, signatures } = parsed.data;
  return {
    payloadType,
    payload,
    signature: signatures[0].sig,
    keyid: signatures[0].keyid,
  };
}
