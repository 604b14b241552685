import type { Envelope, Target } from './envelopes.ts';
import type { Forgery } from './Forgery.ts';

/** Signed payloads that can be read in two ways, or say nothing. */
export const FORGED_PAYLOADS: Forgery[] = [
  {
    name: 'digest-in-capitals-beside',
    expected: 'bad-signature',
    change: envelope => ({
      ...envelope,
      payload: {
        targetArtifact: {
          ...('targetArtifact' in envelope.payload
            ? (envelope.payload.targetArtifact as Target)
            : {}),
          digest: `sha256:${'0'.repeat(64)}`,
          Digest: digestOf(envelope),
        },
      },
    }),
    differs: 'Notation reads the names of members whatever their case.',
  },
  {
    name: 'payload-with-more',
    expected: 'bad-signature',
    change: envelope => ({
      ...envelope,
      payload: { ...envelope.payload, author: 'Acme' },
    }),
    differs:
      'Notation skips over members of the payload that it does not know.',
  },
  {
    name: 'target-with-more',
    expected: 'bad-signature',
    change: envelope => ({
      ...envelope,
      payload: {
        targetArtifact: {
          ...('targetArtifact' in envelope.payload
            ? (envelope.payload.targetArtifact as Target)
            : {}),
          author: 'Acme',
        },
      },
    }),
    differs:
      'Notation skips over members of the payload that it does not know.',
  },
  {
    name: 'no-target',
    expected: 'bad-signature',
    change: envelope => ({ ...envelope, payload: { subject: 'sample' } }),
  },
];

function digestOf({ payload }: Envelope): unknown {
  return 'targetArtifact' in payload
    ? (payload.targetArtifact as Target).digest
    : undefined;
}
