import {
  Evidence,
  EvidenceFormat,
  ReasonCode,
  REASONS,
} from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { Answer } from './messages';

const MAX_JSON = 16 * 1024;
const MAX_MESSAGE = 1_000;

const BUNDLES: readonly EvidenceFormat[] = [
  'sigstore-bundle-v0.1',
  'sigstore-bundle-v0.2',
  'sigstore-bundle-v0.3',
  'sigstore-bundle-other',
];

/** What decoding may add, and what it was added to. */
const decodedSchema = z.strictObject({
  digest: z.string(),
  subject: z.string(),
  kind: z.enum(['signature', 'attestation', 'sbom', 'unknown']),
  format: z.enum([...BUNDLES, 'cosign-legacy', 'notation']),
  predicateType: z.string().max(512).optional(),
  problem: z
    .strictObject({
      code: z.custom<ReasonCode>(
        code => typeof code === 'string' && Object.hasOwn(REASONS, code),
      ),
      message: z.string().max(MAX_MESSAGE),
    })
    .optional(),
});

/** What is sent of decoded evidence. */
export function packDecoded({
  digest,
  subject,
  kind,
  format,
  predicateType,
  problem,
}: Evidence): Answer {
  const message = problem?.message.slice(0, MAX_MESSAGE);
  return {
    json: JSON.stringify({
      ...{ digest, subject, kind, format, predicateType },
      problem: problem && { code: problem.code, message },
    }),
  };
}

/**
 * Reads what a thread decoded: nothing but what decoding adds is taken from it.
 *
 * @throws Error when it does not answer what was asked.
 */
export function readDecoded(
  { json, components }: Answer,
  asked: Evidence,
): Evidence {
  if (json.length > MAX_JSON || components) {
    throw new Error('it answered more than it was asked');
  }
  const { digest, subject, ...added } = decodedSchema.parse(JSON.parse(json));
  // What kind of bundle it is, only the bundle says.
  const formats = BUNDLES.includes(asked.format) ? BUNDLES : [asked.format];
  const answersIt =
    digest === asked.digest &&
    subject === asked.subject &&
    formats.includes(added.format);
  if (!answersIt) {
    throw new Error('it answered something else than it was asked');
  }
  return { ...asked, ...added };
}
