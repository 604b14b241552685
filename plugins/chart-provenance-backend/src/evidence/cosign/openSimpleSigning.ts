import { SIMPLE_SIGNING_TYPE } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import { MAX_SIMPLE_SIGNING_BYTES } from './bounds';

/** What a simple signing payload says. Nothing in it is proven until its signature is. */
export interface SimpleSigning {
  type: typeof SIMPLE_SIGNING_TYPE;
  /** Digest of the manifest that is signed. */
  digest: string;
}

const LIMITS = {
  maxBytes: MAX_SIMPLE_SIGNING_BYTES,
  maxDepth: 16,
  maxNodes: 2_000,
};

/** `identity.docker-reference` is the signer's claim about a name, not about content: it is left out on purpose. */
const payloadSchema = z.object({
  critical: z.object({
    type: z.literal(SIMPLE_SIGNING_TYPE),
    image: z.object({ 'docker-manifest-digest': z.string().max(255) }),
  }),
});

/**
 * Reads the payload of a cosign signature.
 *
 * @see https://github.com/sigstore/cosign/blob/v2.6.4/specs/SIGNATURE_SPEC.md
 * @throws EvidenceError `unsupported-format` when it is something else, `evidence-too-large`.
 */
export function openSimpleSigning(payload: Uint8Array): SimpleSigning {
  const what = 'The signed payload';
  const json = parseJson(payload, LIMITS, what, 'unsupported-format');
  const parsed = payloadSchema.safeParse(json);
  if (!parsed.success) {
    throw new EvidenceError(
      'unsupported-format',
      `The signed payload is not a ${SIMPLE_SIGNING_TYPE}.`,
      parsed.error,
    );
  }
  const { type, image } = parsed.data.critical;
  return { type, digest: image['docker-manifest-digest'] };
}
