import { z } from 'zod';
import { parseJson } from '../json/parseJson';
import { ENVELOPE_LIMITS, SIGNED_LIMITS } from './bounds';
import { checkHeaders } from './checkHeaders';
import { checkSizes } from './checkSizes';
import { decodeBase64, decodeBase64Url } from './decodeBase64';
import { TIMESTAMP_SIGNATURE } from './headers';
import { malformed } from './malformed';
import { NotationEnvelope } from './NotationEnvelope';
import { readPayload } from './readPayload';

/** Flattened: one signature. The header beside it is not signed, so that nothing but these members is read of it. */
const envelopeSchema = z.strictObject({
  payload: z.string(),
  protected: z.string(),
  signature: z.string(),
  header: z.object({
    x5c: z.array(z.string()),
    [TIMESTAMP_SIGNATURE]: z.string().optional(),
  }),
});

const protectedSchema = z.record(z.string(), z.unknown());

/** RFC 3339. */
const TIME =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Takes a JWS envelope apart.
 *
 * @throws EvidenceError `evidence-too-large` before anything that exceeds a limit is parsed; `bad-signature`; `unsupported-format`.
 * @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/signature-envelope-jws.md
 * @internal
 */
export function openJws(bytes: Uint8Array): NotationEnvelope {
  const json = parseJson(
    bytes,
    ENVELOPE_LIMITS,
    'The Notation signature',
    'bad-signature',
  );
  const parsed = envelopeSchema.safeParse(json);
  if (!parsed.success) {
    throw malformed('it is no flattened JWS.', parsed.error);
  }
  const { payload, protected: headers, signature, header } = parsed.data;
  const timestamp = header[TIMESTAMP_SIGNATURE];
  const raw = {
    certificates: header.x5c.map(decodeBase64),
    signature: decodeBase64Url(signature),
    ...(timestamp !== undefined && { timestamp: decodeBase64(timestamp) }),
  };
  checkSizes(raw);
  return {
    syntax: 'jws',
    ...readHeaders(decodeBase64Url(headers)),
    target: readPayload(decodeBase64Url(payload)),
    ...raw,
    signedBytes: Buffer.from(`${headers}.${payload}`, 'latin1'),
  };
}

function readHeaders(bytes: Buffer): ReturnType<typeof checkHeaders> {
  const json = parseJson(
    bytes,
    SIGNED_LIMITS,
    'The header of the Notation signature',
    'bad-signature',
  );
  const parsed = protectedSchema.safeParse(json);
  if (!parsed.success) {
    throw malformed('its header is no JSON object.', parsed.error);
  }
  const { alg, cty, crit, ...others } = parsed.data;
  return checkHeaders({
    algorithm: alg,
    contentType: cty,
    critical: crit,
    named: new Map(Object.entries(others)),
    timeOf: value => {
      const at =
        typeof value === 'string' && TIME.test(value)
          ? new Date(value)
          : undefined;
      return at && !Number.isNaN(at.getTime()) ? at : undefined;
    },
  });
}
