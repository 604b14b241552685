import { envelopeOf, pemOf } from '../notation/__testUtils__/notationCases';
import { openNotation } from '../../evidence';
import { prepareStore } from './prepareStore';
import { TrustMaterialSet } from './TrustMaterialSet';

function pemFrom(certificates: readonly Buffer[]): string {
  return certificates
    .map(
      der =>
        `-----BEGIN CERTIFICATE-----\n${der.toString(
          'base64',
        )}\n-----END CERTIFICATE-----\n`,
    )
    .join('');
}

const chain = openNotation(envelopeOf('jws-p256')).certificates;

it('takes authorities, whether at the root or not, and signers that sign themselves', () => {
  for (const [store, count] of [
    ['acme', 2],
    ['authority', 1],
    ['self', 1],
  ] as const) {
    const { anchors, detail, lastUntil } = prepareStore({
      id: store,
      pem: pemOf(store),
    });
    expect(anchors.size).toBe(count);
    expect(detail).toMatch(
      /^Certificates with SHA-256 fingerprint [0-9a-f]{64}/,
    );
    expect(lastUntil).toBe('2036-01-01T00:00:00.000Z');
  }
});

it.each<[string, string, RegExp]>([
  ['nothing', 'nothing', /needs 1 to 64 certificates in PEM, and has 0/],
  [
    'a signer whom another vouches for',
    pemFrom(chain),
    /certificate 1 is neither that of an authority nor self-signed/,
  ],
  [
    'what is no certificate',
    pemFrom([...chain.slice(1), Buffer.from('root')]),
    /certificate 3 cannot be read/,
  ],
  [
    'too many',
    pemFrom(Array.from({ length: 65 }, () => chain[1])),
    /1 to 64 certificates in PEM, and has 65/,
  ],
])('is not used at all with %s', (_, pem, why) => {
  const { anchors, detail } = prepareStore({ id: 'edge', pem });
  expect(anchors.size).toBe(0);
  expect(detail).toMatch(why);
});

it('changes its hash with what it holds, and with nothing else', () => {
  const hashOf = (...certificates: Buffer[]) =>
    prepareStore({ id: 'a', pem: pemFrom(certificates) }).hash;
  const [, authority, root] = chain;
  expect(hashOf(authority, root)).toBe(hashOf(root, authority, root));
  expect(hashOf(authority, root)).not.toBe(hashOf(root));
});

it('is part of the trust material', () => {
  const withStores = (...ids: string[]) =>
    TrustMaterialSet.from({
      roots: [],
      keys: [],
      stores: ids.map(id => ({ id, pem: pemOf('acme') })),
    });
  const material = withStores('acme');
  expect(material.hash).not.toBe(withStores().hash);
  expect(material.hash).not.toBe(withStores('other').hash);
  expect(material.states(new Date())).toMatchObject([
    { id: 'acme', kind: 'store', ok: true, ageMs: null },
  ]);
});
