import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { ConfigProblemsError } from './ConfigProblemsError';
import { DEMO_FINGERPRINTS } from './demoFingerprints';
import { loadConfig } from './loadConfig';

jest.mock('./demoFingerprints', () => ({ DEMO_FINGERPRINTS: [] }));

const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});
const PUBLIC_PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const PRIVATE_PEM = privateKey
  .export({ type: 'pkcs8', format: 'pem' })
  .toString();
const ROOT = readFileSync(
  join(__dirname, '../../../../examples/trust/trusted_root.json'),
  'utf8',
);
const CERTIFICATE = Buffer.from(
  JSON.parse(ROOT).certificateAuthorities[0].certChain.certificates[0].rawBytes,
  'base64',
);
const WITHOUT_AUTHORITY = JSON.stringify({
  ...JSON.parse(ROOT),
  certificateAuthorities: [],
});
const RINGS = join(__dirname, '../verification/provenanceFile/__fixtures__');
const ring = (name: string) => readFileSync(join(RINGS, `${name}.asc`), 'utf8');
const FILES: Record<string, string> = {
  'edge.asc': ring('ed25519'),
  'expired.asc': ring('expired'),
  'revoked.asc': ring('revoked'),
  'weak.asc': ring('rsa1024'),
  'both.asc': ring('ed25519') + ring('rsa3072'),
  'release.pub': PUBLIC_PEM,
  'release.key': PRIVATE_PEM,
  'root.json': ROOT,
  'broken.json': '{',
  'no-ca.json': WITHOUT_AUTHORITY,
};

const sha256 = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex');

async function load(trust: JsonObject, production = false) {
  const config = new ConfigReader({ chartProvenance: { trust } });
  return loadConfig(config, {
    production,
    now: new Date('2026-11-22T00:00:00Z'),
    readText: async path => {
      const text = FILES[path];
      if (text === undefined) {
        throw new Error(`ENOENT: no such file, open '${path}'`);
      }
      return text;
    },
  });
}

const fileRoot = (extra: JsonObject = {}) => ({
  roots: [{ id: 'acme', type: 'file', path: 'root.json', ...extra }],
});
const fileKey = (extra: JsonObject = {}) => ({
  keys: [{ id: 'release', path: 'release.pub', ...extra }],
});

const fileRing = (extra: JsonObject = {}) => ({
  keyrings: [{ id: 'edge', path: 'edge.asc', ...extra }],
});

function trustFingerprintsOfExamples(fingerprints: string[]) {
  (DEMO_FINGERPRINTS as string[]).splice(0, Infinity, ...fingerprints);
}

describe('loadConfig', () => {
  afterEach(() => trustFingerprintsOfExamples([]));

  it('reads the files that the configuration names', async () => {
    const { trust } = await load({
      ...fileRoot(),
      ...fileKey({ validUntil: '2027-01-01' }),
    });
    const { materials, roots, keys, keyrings, stores } = trust;
    expect(materials.roots[0].id).toBe('acme');
    expect(structuredClone({ roots, keys, keyrings, stores })).toEqual({
      roots: [
        {
          id: 'acme',
          type: 'file',
          trustedRoot: JSON.parse(ROOT),
          thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
          asOf: '2026-11-22T00:00:00.000Z',
        },
      ],
      keys: [
        {
          id: 'release',
          pem: PUBLIC_PEM,
          validUntil: '2027-01-01T00:00:00.000Z',
        },
      ],
      keyrings: [],
      stores: [],
    });
  });

  it('reads every block of a keyring', async () => {
    const { trust } = await load(fileRing({ path: 'both.asc' }));
    expect(trust.keyrings).toMatchObject([{ id: 'edge' }]);
    const [keyring] = trust.materials.keyrings;
    expect(keyring.signers).toHaveLength(2);
    expect(keyring).toMatchObject({ id: 'edge', state: 'usable' });
  });

  it.each(['expired.asc', 'revoked.asc'])(
    'starts with a keyring under which nothing is proven any more: %s',
    async path => {
      const { trust } = await load(fileRing({ path }));
      expect(trust.materials.keyrings).toMatchObject([
        { id: 'edge', state: 'lapsed' },
      ]);
    },
  );

  it('accepts demonstration material outside production', async () => {
    trustFingerprintsOfExamples([sha256(CERTIFICATE)]);
    await expect(
      load({ ...fileRoot({ demo: true }), ...fileKey({ demo: true }) }),
    ).resolves.toBeDefined();
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'a file that is not there',
      { keys: [{ id: 'a', path: 'nowhere' }] },
      /trust\.keys\[a\]\.path: cannot be read as a public key in PEM: .*ENOENT/,
    ],
    [
      'a private key',
      fileKey({ path: 'release.key' }),
      /trust\.keys\[release\]\.path: is a private key/,
    ],
    [
      'an inline key that is none',
      { keys: [{ id: 'a', pem: 'hello' }] },
      /trust\.keys\[a\]\.pem: cannot be read as a public key/,
    ],
    [
      'a keyring that is not there',
      fileRing({ path: 'nowhere' }),
      /trust\.keyrings\[edge\]\.path: cannot be read: .*ENOENT/,
    ],
    [
      'a keyring that is none',
      { keyrings: [{ id: 'edge', armored: 'hello' }] },
      /trust\.keyrings\[edge\]\.armored: .*it holds no armoured OpenPGP public key\. Export/,
    ],
    [
      'a keyring whose armor is broken',
      {
        keyrings: [
          { id: 'edge', armored: ring('ed25519').replace(/\n[a-z]/i, '\n') },
        ],
      },
      /trust\.keyrings\[edge\]\.armored: Keyring edge cannot be used/,
    ],
    [
      'a keyring of nothing but weak keys',
      fileRing({ path: 'weak.asc' }),
      /trust\.keyrings\[edge\]\.path: .*is too weak/,
    ],
    [
      'a keyring with a private key',
      {
        keyrings: [
          { id: 'edge', armored: '-----BEGIN PGP PRIVATE KEY BLOCK-----' },
        ],
      },
      /trust\.keyrings\[edge\]\.armored: .*it holds a private key/,
    ],
    [
      'a root that is no JSON',
      fileRoot({ path: 'broken.json' }),
      /trust\.roots\[acme\]\.path: cannot be read as a trusted_root\.json/,
    ],
    [
      'a root under which nothing could ever be proven',
      fileRoot({ path: 'no-ca.json' }),
      /trust\.roots\[acme\]: .*it names no certificate authority/,
    ],
    [
      'a trusted root in the place of the first root of a TUF repository',
      {
        roots: [
          {
            id: 'acme',
            type: 'tuf',
            url: 'https://tuf.acme.dev',
            rootPath: 'root.json',
          },
        ],
      },
      /trust\.roots\[acme\]\.rootPath: cannot be read as a root\.json of TUF: .*it has nothing that is signed; the trusted_root\.json goes by type: file/,
    ],
    [
      'a distrusted repository that no source equals',
      { distrust: [{ id: 'a', reason: 'b', sourceRepository: 'acme' }] },
      /trust\.distrust\[0\]\.sourceRepository: must be one whole repository/,
    ],
    [
      'distrust of a key by an id, while another id of it goes on to be trusted',
      {
        keys: [
          { id: 'release', path: 'release.pub' },
          { id: 'release-2027', pem: PUBLIC_PEM },
        ],
        distrust: [{ id: 'a', reason: 'b', key: 'release' }],
      },
      /trust\.distrust\[0\]\.key: the same key is also called 'release-2027'; .* fingerprint [0-9a-f]{64}/,
    ],
    [
      'a distrusted repository with a wildcard',
      {
        distrust: [
          { id: 'a', reason: 'b', sourceRepository: 'github.com/acme/*' },
        ],
      },
      /sourceRepository: must be one whole repository/,
    ],
  ])('refuses %s', async (_, trust, expected) => {
    await expect(load(trust)).rejects.toThrow(expected);
  });

  it.each<[string, JsonObject]>([
    ['a root marked as demo', fileRoot({ demo: true })],
    ['a key marked as demo', fileKey({ demo: true })],
    ['a keyring marked as demo', fileRing({ demo: true })],
  ])('refuses %s in production', async (_, trust) => {
    await expect(load(trust, true)).rejects.toThrow(/refused in production/);
  });

  it('refuses the material of the examples in production by its fingerprint', async () => {
    await expect(
      load({ ...fileRoot(), ...fileKey() }, true),
    ).resolves.toBeDefined();
    trustFingerprintsOfExamples([sha256(CERTIFICATE)]);
    await expect(load(fileRoot(), true)).rejects.toThrow(
      /trust\.roots\[acme\]: .*refused in production/,
    );
    trustFingerprintsOfExamples([
      sha256(publicKey.export({ type: 'spki', format: 'der' })),
    ]);
    await expect(load(fileKey(), true)).rejects.toThrow(
      /trust\.keys\[release\]: .*refused in production/,
    );
    const { trust } = await load(fileRing(), true);
    const [keyring] = trust.materials.keyrings;
    trustFingerprintsOfExamples([keyring.signers[0].fingerprint]);
    await expect(load(fileRing(), true)).rejects.toThrow(
      /trust\.keyrings\[edge\]: .*refused in production/,
    );
  });

  it('reports problems of files together with those of the text', async () => {
    const error = await load({
      ...fileRoot({ path: 'broken.json' }),
      keys: [{ id: 'release', path: 'nowhere' }, { id: 'x' }],
    }).catch(e => e);
    expect(error).toBeInstanceOf(ConfigProblemsError);
    expect(error.problems).toHaveLength(3);
    expect(error.message).toMatch(
      /^The chartProvenance configuration has 3 problems:\n {2}- /,
    );
  });
});
