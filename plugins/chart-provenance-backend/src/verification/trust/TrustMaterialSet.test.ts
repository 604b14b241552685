import { generateKeyPairSync } from 'node:crypto';
import { newKey, pemOf, SigstoreLab } from '../__testUtils__/SigstoreLab';
import { assertVerifierVersion, TrustMaterialSet } from '..';

const NOW = new Date('2026-11-22T00:00:00Z');
const set = (roots: Parameters<typeof TrustMaterialSet.from>[0]['roots']) =>
  TrustMaterialSet.from({ roots, keys: [] });

describe('TrustMaterialSet', () => {
  it('has the public-good root without any request', () => {
    const [state] = set([{ id: 'public', type: 'publicGood' }]).states(NOW);
    expect(state).toMatchObject({ id: 'public', kind: 'root', ok: true });
    expect(state.detail).toMatch(
      /@sigstore\/tuf \d+\.\d+\.\d+, root version \d+ \(expires \d{4}-\d\d-\d\d\)/,
    );
  });

  it('tells how old a root is', () => {
    const [state] = set([
      { id: 'public', type: 'publicGood', asOf: '2026-11-21T00:00:00Z' },
    ]).states(NOW);
    expect(state.ageMs).toBe(24 * 60 * 60 * 1000);
  });

  it('keeps what cannot be used, with the reason', async () => {
    const { trustedRoot } = await SigstoreLab.create();
    const without = (member: string) => ({
      ...Object(trustedRoot),
      [member]: [],
    });
    const unstarted = JSON.parse(
      JSON.stringify(trustedRoot).replace(
        /"validFor":\{[^}]*\}/,
        '"validFor":{}',
      ),
    );
    const states = TrustMaterialSet.from({
      roots: [
        { id: 'absent', type: 'file' },
        { id: 'text', type: 'file', trustedRoot: 'x' },
        { id: 'unstarted', type: 'file', trustedRoot: unstarted },
        {
          id: 'no-ca',
          type: 'file',
          trustedRoot: without('certificateAuthorities'),
        },
        { id: 'no-log', type: 'file', trustedRoot: without('tlogs') },
        {
          id: 'no-log-asked',
          type: 'file',
          trustedRoot: without('tlogs'),
          thresholds: { tlog: 0 },
        },
      ],
      keys: [
        { id: 'text', pem: 'x' },
        {
          id: 'short',
          pem: pemOf(
            generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey,
          ),
        },
        { id: 'curve', pem: pemOf(newKey('secp256k1').publicKey) },
        { id: 'good', pem: pemOf(newKey().publicKey) },
      ],
    }).states(NOW);
    expect(states.map(({ id, ok }) => [id, ok])).toEqual([
      ['absent', false],
      ['text', false],
      ['unstarted', false],
      ['no-ca', false],
      ['no-log', false],
      ['no-log-asked', true],
      ['text', false],
      ['short', false],
      ['curve', false],
      ['good', true],
    ]);
    expect(states[2].detail).toMatch(/since when it counts/);
    expect(states[7].detail).toMatch(/2048 bits/);
  });

  it('has a hash that changes with whatever an outcome may depend on, and with nothing else', async () => {
    const { trustedRoot } = await SigstoreLab.create();
    const pem = pemOf(newKey().publicKey);
    const base = { id: 'lab', type: 'file' as const, trustedRoot };
    const hashes = [
      TrustMaterialSet.from({ roots: [base], keys: [{ id: 'k', pem }] }),
      TrustMaterialSet.from({ roots: [base], keys: [] }),
      TrustMaterialSet.from({ roots: [], keys: [{ id: 'k', pem }] }),
      TrustMaterialSet.from({
        roots: [{ ...base, thresholds: { tlog: 2 } }],
        keys: [{ id: 'k', pem }],
      }),
      TrustMaterialSet.from({
        roots: [base],
        keys: [{ id: 'k', pem, validUntil: '2027-01-01T00:00:00Z' }],
      }),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    const again = TrustMaterialSet.from({
      roots: [{ ...base, asOf: '2026-01-01T00:00:00Z' }],
      keys: [{ id: 'k', pem }],
    });
    expect(again.hash).toBe(hashes[0]);
  });
});

describe('assertVerifierVersion', () => {
  it('accepts the one installed', () => {
    expect(() => assertVerifierVersion()).not.toThrow();
  });

  it.each(['3.1.0', '4.1.2', '4.0.9', '4.1.3-rc.1', ''])(
    'refuses %s',
    found => {
      expect(() => assertVerifierVersion(found)).toThrow(/too old/);
    },
  );

  it.each(['4.1.3', '4.2.0', '5.0.0', '4.10.0'])('accepts %s', found => {
    expect(() => assertVerifierVersion(found)).not.toThrow();
  });
});
