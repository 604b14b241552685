import { EvidenceError } from '../EvidenceError';
import { decodeReferrer } from './decodeReferrer';

const DIGEST = `sha256:${'1'.repeat(64)}`;
const CHART = `sha256:${'2'.repeat(64)}`;
const OTHER = `sha256:${'3'.repeat(64)}`;
const MAX_LAYERS = 2;

const descriptor = (digest: string) => ({
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest,
  size: 2,
});

function decode(manifest: object) {
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      artifactType: 'application/vnd.acme.note',
      config: descriptor(OTHER),
      layers: [descriptor(OTHER)],
      ...manifest,
    }),
  );
  return decodeReferrer({ digest: DIGEST, bytes }, CHART, MAX_LAYERS);
}

describe('a referrer', () => {
  it('is evidence about what its own manifest points at', () => {
    const { evidence } = decode({ subject: descriptor(CHART) });
    expect(evidence).toMatchObject({ digest: DIGEST, subject: CHART });
    expect(evidence.problem).toBeUndefined();
  });

  it.each([
    ['another chart', { subject: descriptor(OTHER) }],
    ['nothing', {}],
    [
      'another chart, with more layers than are read',
      { subject: descriptor(OTHER), layers: Array(3).fill(descriptor(OTHER)) },
    ],
    [
      'another chart, as an index',
      {
        subject: descriptor(OTHER),
        config: undefined,
        layers: undefined,
        manifests: [],
      },
    ],
  ])('is nobody’s evidence where that points at %s', (_, manifest) => {
    expect(() => decode(manifest)).toThrow(EvidenceError);
  });

  it('is evidence that could not be read where it has more layers than are', () => {
    const layers = Array(MAX_LAYERS + 1).fill(descriptor(OTHER));
    const { evidence } = decode({ subject: descriptor(CHART), layers });
    expect(evidence.problem?.code).toBe('evidence-too-large');
  });
});
