import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { demoMaterialOf } from './demoMaterialOf';
import { DEMO_FINGERPRINTS } from './demoFingerprints';
import { loadConfig } from './loadConfig';

jest.mock('./demoFingerprints', () => ({ DEMO_FINGERPRINTS: [] }));

const STORES = join(__dirname, '../verification/notation/__fixtures__');
const ACME = readFileSync(join(STORES, 'acme.pem'), 'utf8');
const FILES: Record<string, string> = {
  'acme.pem': ACME,
  'broken.pem': ACME.replace(/[\w+/]{60}/, ''),
  'with-key.pem': `${ACME}-----BEGIN PRIVATE KEY-----\n`,
};

async function load(store: JsonObject, production = false) {
  const trust = { stores: [{ id: 'acme', ...store }] };
  const config = new ConfigReader({ chartProvenance: { trust } });
  const loaded = await loadConfig(config, {
    production,
    readText: async path => {
      const text = FILES[path];
      if (text === undefined) {
        throw new Error(`ENOENT: no such file, open '${path}'`);
      }
      return text;
    },
  });
  return loaded.trust;
}

it.each([{ path: 'acme.pem' }, { pem: ACME }])(
  'reads a store as plain text for the verifier',
  async source => {
    const { stores, materials } = await load(source);
    expect(stores).toEqual([{ id: 'acme', pem: ACME }]);
    expect(materials.stores[0].anchors.size).toBe(2);
  },
);

it.each<[string, JsonObject, RegExp]>([
  [
    'what is not there',
    { path: 'nowhere' },
    /trust\.stores\[acme\]\.path: cannot be read: .*ENOENT/,
  ],
  [
    'a certificate that cannot be read',
    { path: 'broken.pem' },
    /\.path: Store acme cannot be used: certificate 1 cannot be read/,
  ],
  [
    'a private key',
    { path: 'with-key.pem' },
    /\.path: holds a private key; .* for it has been shown/,
  ],
  [
    'no PEM',
    { pem: 'acme' },
    /\.pem: Store acme cannot be used: it needs 1 to/,
  ],
])('refuses %s', async (_, store, expected) => {
  await expect(load(store)).rejects.toThrow(expected);
});

it('refuses what is for demonstrations in production, by word or by fingerprint', async () => {
  const { materials } = await load({ pem: ACME }, true);
  await expect(load({ pem: ACME, demo: true }, true)).rejects.toThrow(
    /trust\.stores\[acme\]: .*refused in production/,
  );
  const [fingerprint] = materials.stores[0].anchors;
  jest.replaceProperty(
    jest.requireMock<{ DEMO_FINGERPRINTS: string[] }>('./demoFingerprints'),
    'DEMO_FINGERPRINTS',
    [...DEMO_FINGERPRINTS, fingerprint],
  );
  await expect(load({ pem: ACME }, true)).rejects.toThrow(
    /refused in production/,
  );
  expect([...demoMaterialOf(await load({ pem: ACME }))]).toEqual([
    'store:acme',
  ]);
});
