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
    decode: async evidence => evidence,
    verify: async input => {
      asked.push(input);
      const { evidence } = input;
      return {
        materialHash: 'then in force',
        verifications: [{ evidence, trust: 'key:a', outcome: 'failed' }],
      };
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
  it('is an SBOM that nobody signed, where its bytes are kept: there is something to read in it', async () => {
    const sbom: Partial<Evidence> = { kind: 'sbom', format: 'raw' };
    expect((await verify(sbom, Buffer.from('{}'))).asked).toHaveLength(1);
    const { asked, verified } = await verify(sbom);
    expect([asked.length, verified.length]).toEqual([0, 1]);
  });

  it('is eight pieces at a time, so that one chart does not keep all others waiting', async () => {
    let underWay = 0;
    let most = 0;
    const verifier: Verifier = {
      ...{ version: '1', materials: { hash: 'material' } },
      decode: async evidence => evidence,
      verify: async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        underWay -= 1;
        return { materialHash: 'then in force', verifications: [] };
      },
    };
    const items = Array.from({ length: 30 }, (_, at) => ({
      evidence: {
        ...{ digest: `sha256:${at}`, subject: 'sha256:s', mediaType: 'text' },
        ...{ kind: 'signature' as const, format: 'notation' as const },
      },
      bytes: Buffer.from('bytes'),
    }));
    const verified = await verifyEvidence(items, verifier);
    expect(most).toBe(8);
    expect(verified.map(({ digest }) => digest)).toEqual(
      items.map(({ evidence }) => evidence.digest),
    );
  });

  it.each<EvidenceFormat>([
    'sigstore-bundle-v0.1',
    'sigstore-bundle-v0.2',
    'sigstore-bundle-v0.3',
    'cosign-legacy',
    'helm-provenance',
    'notation',
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
    [
      'of an SBOM that could not be read',
      {
        ...{ kind: 'sbom', format: 'raw' },
        problem: { code: 'evidence-too-large', message: 'm' },
      },
    ],
    ['of another format', { format: 'unknown' }],
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
