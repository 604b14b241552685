import { descriptorSchema } from '../descriptorSchema';

export const HEX = '1'.repeat(64);
export const SUBJECT = `sha256:${HEX}`;
export const utf8 = (text: string) => new TextEncoder().encode(text);
export const json = (value: unknown) => utf8(JSON.stringify(value));

export const STATEMENT = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'payments', digest: { sha256: HEX } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: { a: [1, 'text', null] },
};
export const ENVELOPE = {
  payloadType: 'application/vnd.in-toto+json',
  payload: Buffer.from(JSON.stringify(STATEMENT)).toString('base64'),
  signatures: [{ sig: 'AAAA' }],
};
export const BUNDLE = {
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  verificationMaterial: { publicKey: { hint: 'a' }, tlogEntries: [] },
  dsseEnvelope: ENVELOPE,
};
export const SIMPLE_SIGNING = {
  critical: {
    identity: { 'docker-reference': 'ghcr.io/acme/payments' },
    image: { 'docker-manifest-digest': SUBJECT },
    type: 'cosign container image signature',
  },
  optional: null,
};
const DESCRIPTOR = { mediaType: 'a/b', digest: SUBJECT, size: 3 };
export const LAYER = descriptorSchema.parse(DESCRIPTOR);
export const MANIFEST = {
  schemaVersion: 2,
  config: {
    ...DESCRIPTOR,
    mediaType: 'application/vnd.cncf.helm.config.v1+json',
  },
  layers: [
    {
      ...DESCRIPTOR,
      mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
    },
  ],
  subject: DESCRIPTOR,
  annotations: { 'org.opencontainers.image.created': '2026-11-22T12:00:00Z' },
};
export const CONFIG = { name: 'payments', version: '1.0.0', keywords: ['a'] };
export const EVIDENCE = {
  digest: SUBJECT,
  subject: SUBJECT,
  kind: 'unknown' as const,
  format: 'unknown' as const,
  mediaType: '',
};
