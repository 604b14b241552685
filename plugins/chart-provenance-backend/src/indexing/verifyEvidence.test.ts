import {
  Evidence,
  EvidenceFormat,
} from 'backstage-plugin-chart-provenance-common';
import { Verifier } from './Verifier';
import { verifyEvidence } from './verifyEvidence';

type Input = Parameters<Verifier['verify']>[0];

const CHART = { name: 'payments', version: '1.0.0', chartLayerDigest: null };

async function verify(decoded: Partial<Evidence>, bytes?: Uint8Array) {
  const asked: Input[] = [];
  const verifier: Verifier = {
    version: '1',
    materials: { hash: 'material' },
    verify: async input => {
      asked.push(input);
      return [{ evidence: input.evidence, trust: 'key:a', outcome: 'failed' }];
    },
  };
  const evidence: Evidence = {
    digest: 'sha256:1',
    subject: 'sha256:2',
    kind: 'signature',
    format: 'unknown',
    mediaType: 'text/plain',
    ...decoded,
  };
  const items = [{ evidence, bytes, chart: CHART }];
  return { asked, verified: await verifyEvidence(items, verifier) };
}

describe('what is given to the verifier', () => {
  it.each<EvidenceFormat>([
    'sigstore-bundle-v0.3',
    'cosign-legacy',
    'helm-provenance',
  ])('is %s, with what the chart says of itself', async format => {
    const bytes = Buffer.from('bytes');
    const { asked, verified } = await verify({ format }, bytes);
    expect(asked).toEqual([
      {
        ...{ evidence: 'sha256:1', subject: 'sha256:2' },
        ...{ format, bytes, chart: CHART },
      },
    ]);
    expect(verified[0].verifications).toHaveLength(1);
    // Without its bytes it waits for them.
    expect((await verify({ format })).verified).toEqual([]);
  });

  it.each<[string, Partial<Evidence>]>([
    ['raw', { format: 'raw' }],
    ['of another format', { format: 'notation' }],
    [
      'what could not be decoded',
      {
        format: 'cosign-legacy',
        problem: { code: 'evidence-too-large', message: 'm' },
      },
    ],
  ])('is nothing %s: it is done', async (_, decoded) => {
    const { asked, verified } = await verify(decoded, Buffer.from('bytes'));
    expect(asked).toEqual([]);
    expect(verified).toMatchObject([{ verifications: [] }]);
  });
});
