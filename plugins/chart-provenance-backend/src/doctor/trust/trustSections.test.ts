import { resolve } from 'node:path';
import { JsonObject } from '@backstage/types';
import { TrustMaterialSet } from '../../verification';
import { examine, resultsOf, saidBy } from '../__testUtils__/examine';

const TRUST = resolve(__dirname, '../../../../../examples/trust');
const KEY = { id: 'release', path: `${TRUST}/keys/ledger.pub` };
const ROOT = { id: 'acme', type: 'file', path: `${TRUST}/trusted_root.json` };
const PUBLIC = { id: 'public', type: 'publicGood' };
const KEYLESS = { root: 'public', issuer: 'https://a.dev', subject: 'me' };
const NOW = Date.parse('2026-11-22T00:00:00Z');

const on = async (chartProvenance: JsonObject, now = NOW) =>
  (await examine(chartProvenance, { deps: { now: () => now } })).sections;

describe('the doctor on trust material', () => {
  it.each<[string, JsonObject, string, RegExp]>([
    ['open', {}, 'ok', /It counts at any time/],
    [
      'not yet',
      { validFrom: '2027-01-01' },
      'warning',
      /from 2027-01-01 on: not yet/,
    ],
    [
      'over',
      { validUntil: '2026-11-01' },
      'warning',
      /until 2026-11-01: signatures made later do not/,
    ],
    [
      'nearly over',
      { validUntil: '2026-12-01' },
      'warning',
      /until 2026-12-01 only/,
    ],
    [
      'open for long',
      { validFrom: '2026-01-01', validUntil: '2028-01-01' },
      'ok',
      /It counts from 2026-01-01 until 2028-01-01/,
    ],
  ])(
    'judges the window of a key that is %s',
    async (_, window, result, words) => {
      const sections = await on({ trust: { keys: [{ ...KEY, ...window }] } });
      const key = sections.find(({ id }) => id === 'key:release');
      expect(resultsOf(key).window).toBe(result);
      expect(saidBy(key, 'window')).toMatch(words);
    },
  );

  it('knows the material of the examples by its fingerprint, whatever it is called', async () => {
    const sections = await on({ trust: { roots: [ROOT], keys: [KEY] } });
    for (const id of ['root:acme', 'key:release']) {
      const section = sections.find(one => one.id === id);
      expect(resultsOf(section).demo).toBe('warning');
      expect(saidBy(section, 'demo')).toMatch(/production start refuses/);
    }
  });

  it('tells how old the shipped root is, and when it needs an update', async () => {
    const trust = { roots: [{ ...PUBLIC, refresh: false }] };
    const now = (await on({ trust })).find(({ id }) => id === 'root:public');
    expect(saidBy(now, 'age')).toMatch(
      /shipped with the program \(@sigstore\/tuf/,
    );
    expect(resultsOf(now)).toMatchObject({
      usable: 'ok',
      age: 'ok',
      demo: 'ok',
    });
    const later = (await on({ trust }, Date.parse('2040-01-01'))).find(
      ({ id }) => id === 'root:public',
    );
    expect(resultsOf(later).age).toBe('warning');
    expect(saidBy(later, 'age')).toMatch(/expired on.*Update/);
  });

  it('says in a terminal that the age of a refreshed root is known elsewhere', async () => {
    const FIRST = resolve(
      __dirname,
      '../../trust/__fixtures__/go-tuf/1.root.json',
    );
    const url = 'https://tuf.example';
    const tuf = { id: 'tuf', type: 'tuf', url, rootPath: FIRST };
    const sections = await on({ trust: { roots: [PUBLIC, tuf] } });
    const shipped = sections.find(({ id }) => id === 'root:public');
    expect(resultsOf(shipped)).toMatchObject({ usable: 'ok', age: 'unknown' });
    const fetched = sections.find(({ id }) => id === 'root:tuf');
    expect(resultsOf(fetched)).toEqual({ usable: 'unknown' });
  });

  it.each<[string, object, string, RegExp]>([
    [
      'fresh',
      {},
      'ok',
      /refreshed last at 2026-11-21.*known here since.*stale from 2026-12-20/,
    ],
    [
      'fresh, and was not answered',
      { problem: 'tuf-repo-cdn.sigstore.dev cannot be reached.' },
      'warning',
      /cannot be reached.*HTTPS_PROXY/,
    ],
    [
      'never refreshed',
      { lastSuccessAt: null, signedSince: null, problem: 'No.' },
      'warning',
      /never refreshed, and is stale from 2026-12-20.*No\./,
    ],
    [
      'stale',
      { stale: true, staleAt: '2026-11-20T00:00:00.000Z', problem: 'No.' },
      'failed',
      /stale since 2026-11-20.*not called verified.*No\./,
    ],
  ])(
    'tells in the backend that a root is %s',
    async (_, state, result, words) => {
      const chartProvenance = { trust: { roots: [PUBLIC] } };
      const refresh = {
        lastSuccessAt: '2026-11-21T00:00:00.000Z',
        signedSince: '2026-11-20T00:00:00.000Z',
        staleAt: '2026-12-20T00:00:00.000Z',
        stale: false,
        nextTryAt: null,
        problem: null,
        ...state,
      };
      const { sections } = await examine(chartProvenance, {
        deps: { now: () => NOW },
        inForce: {
          materials: TrustMaterialSet.from({
            roots: [{ id: 'public', type: 'publicGood' }],
            keys: [],
          }),
          refreshes: new Map([['public', refresh]]),
        },
      });
      const root = sections.find(({ id }) => id === 'root:public');
      expect(resultsOf(root).age).toBe(result);
      expect(saidBy(root, 'age')).toMatch(words);
    },
  );

  it('knows keyrings', async () => {
    const path = resolve(
      __dirname,
      '../../verification/provenanceFile/__fixtures__/ed25519.asc',
    );
    const window = { validUntil: '2026-12-01' };
    const sections = await on({
      trust: { keyrings: [{ id: 'ring', path, ...window }] },
      policies: [{ name: 'by-ring', anyOf: [{ keyring: 'ring' }] }],
    });
    const ring = sections.find(({ id }) => id === 'keyring:ring');
    expect(resultsOf(ring)).toEqual({
      usable: 'ok',
      window: 'warning',
      age: 'ok',
      used: 'ok',
      demo: 'ok',
    });
    const policies = sections.find(({ kind }) => kind === 'policies');
    expect(resultsOf(policies)).toMatchObject({ 'policy:by-ring': 'warning' });
  });

  it('knows stores, and when the last of their certificates ends', async () => {
    const path = resolve(
      __dirname,
      '../../verification/notation/__fixtures__/acme.pem',
    );
    const on2035 = await on(
      {
        trust: { stores: [{ id: 'acme', path }] },
        policies: [{ name: 'by-store', anyOf: [{ store: 'acme' }] }],
      },
      Date.parse('2035-12-15'),
    );
    const store = on2035.find(({ id }) => id === 'store:acme');
    expect(resultsOf(store)).toEqual({
      usable: 'ok',
      window: 'warning',
      age: 'ok',
      used: 'ok',
      demo: 'ok',
    });
    const policies = on2035.find(({ kind }) => kind === 'policies');
    expect(resultsOf(policies)['policy:by-store']).toBe('failed');
    expect(saidBy(policies, 'policy:by-store')).toMatch(
      /never met yet.*Notation/,
    );
  });

  it('tells of an old file', async () => {
    const sections = await on(
      { trust: { roots: [ROOT] } },
      Date.parse('2027-11-01'),
    );
    const root = sections.find(({ id }) => id === 'root:acme');
    expect(saidBy(root, 'age')).toMatch(/2026-11-01, 365 days ago/);
    expect(resultsOf(root).age).toBe('warning');
  });

  it('tells of material and policies that nobody asks for', async () => {
    const sections = await on({
      registries: [
        {
          host: 'a.invalid',
          repositories: [
            { match: 'x/{name}', policy: 'used' },
            { match: 'y/{name}' },
          ],
        },
      ],
      trust: { roots: [PUBLIC], keys: [KEY] },
      policies: [
        { name: 'used', anyOf: [KEYLESS] },
        { name: 'idle', anyOf: [KEYLESS] },
        { name: 'offered', selectable: true, anyOf: [KEYLESS] },
      ],
    });
    const policies = sections.find(({ kind }) => kind === 'policies');
    expect(resultsOf(policies)).toEqual({
      'policy:used': 'ok',
      'policy:idle': 'warning',
      'policy:offered': 'ok',
      rules: 'warning',
    });
    expect(saidBy(policies, 'rules')).toContain('a.invalid/y/{name}');
    const key = sections.find(({ id }) => id === 'key:release');
    expect(saidBy(key, 'used')).toMatch(/No policy asks for it/);
    const root = sections.find(({ id }) => id === 'root:public');
    expect(saidBy(root, 'used')).toContain('used, idle, offered');
  });

  it('counts who attests among those that a policy needs', async () => {
    const attestedBy = (attester: JsonObject) => ({
      anyOf: [{ key: 'release' }],
      require: {
        attestations: [{ type: 'https://a.dev/t', anyOf: [attester] }],
      },
    });
    const sections = await on({
      trust: {
        roots: [PUBLIC],
        keys: [KEY, { id: 'gone', path: '/nowhere/gone.pub' }],
      },
      policies: [
        { name: 'attested', ...attestedBy(KEYLESS) },
        { name: 'never', ...attestedBy({ key: 'gone' }) },
      ],
    });
    const root = sections.find(({ id }) => id === 'root:public');
    expect(saidBy(root, 'used')).toContain('attested');
    const policies = sections.find(({ kind }) => kind === 'policies');
    expect(saidBy(policies, 'policy:never')).toMatch(/never be met: key gone/);
    expect(resultsOf(policies)['policy:attested']).not.toBe('failed');
  });

  it('lists what is wrong as a start would, and says which policies can never be met', async () => {
    const sections = await on({
      trust: { keys: [{ id: 'gone', path: '/nowhere/gone.pub' }] },
      policies: [
        { name: 'by-key', anyOf: [{ key: 'gone' }] },
        {
          name: 'nobody',
          anyOf: [{ root: 'unheard-of', issuer: 'i', subject: 's' }],
        },
      ],
    });
    const [config] = sections;
    expect(config.checks.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^chartProvenance\.policies\[1\].*unheard-of/),
      expect.stringMatching(/^chartProvenance\.trust\.keys.*cannot be read/),
    ]);
    const policies = sections.find(({ kind }) => kind === 'policies');
    expect(resultsOf(policies)).toMatchObject({
      'policy:by-key': 'failed',
      'policy:nobody': 'failed',
    });
    expect(saidBy(policies, 'policy:nobody')).toMatch(
      /never be met: root unheard-of/,
    );
  });
});
