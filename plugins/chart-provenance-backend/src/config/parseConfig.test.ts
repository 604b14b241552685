import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { KEYLESS, read, registry } from '../__testUtils__/rawConfig';

it('shows nothing of itself to the frontend, and marks its secrets', () => {
  const schema = readFileSync(resolve(__dirname, '../../config.d.ts'), 'utf8');
  expect(schema).not.toMatch(/visibility\s+frontend/i);
  expect(schema.match(/visibility secret/gi)).toHaveLength(5);
});

describe('parseConfig', () => {
  it('reads nothing as nothing, with every default', () => {
    expect(read(undefined)).toEqual({
      problems: [],
      config: {
        registries: [],
        rules: [],
        legacyRepositories: [],
        trust: { roots: [], keys: [], keyrings: [], stores: [], distrust: [] },
        policies: [],
        indexing: {
          intervalMs: 900_000,
          discoveryIntervalMs: 300_000,
          concurrency: 4,
          verifierWorkers: null,
        },
        consumers: {
          intervalMs: 300_000,
          kubernetes: null,
          git: [],
          owners: [],
          environments: [],
        },
        checklist: { items: [] },
        gate: {
          environments: [],
          maxAgeMs: 3_600_000,
          lifetimeMs: 900_000,
          offlineLifetimeMs: 86_400_000,
          requestsPerMinute: 600,
        },
        images: { readArchives: false, render: null, repositories: [] },
      },
    });
  });

  it('reads a whole configuration', () => {
    const { config, problems } = read({
      registries: [
        {
          host: 'registry.acme.dev:5000',
          auth: { type: 'basic', username: 'reader', password: 'secret' },
          allowPrivateAddress: true,
          plainHttp: true,
          concurrency: 2,
          requestsPerSecond: 5,
          realmHosts: ['auth.acme.dev'],
          repositories: [
            {
              match: 'acme/charts/{name}',
              entity: 'component:default/{name}',
              claims: { kind: 'component' },
              source: 'github.com/acme/{name}',
              policy: 'acme-release',
            },
          ],
        },
      ],
      trust: {
        roots: [{ id: 'acme', type: 'file', path: 'root.json', demo: true }],
        keys: [{ id: 'release', path: 'release.pub', validFrom: '2026-01-01' }],
        distrust: [{ id: 'leak', reason: 'leaked', key: 'release' }],
      },
      policies: [
        {
          name: 'acme-release',
          selectable: true,
          anyOf: [KEYLESS, { key: 'release' }],
          require: { attestations: ['https://slsa.dev/provenance/v1'] },
          maxStaleness: '2h',
        },
      ],
      indexing: {
        interval: { seconds: 20 },
        concurrency: 8,
        verifierWorkers: 0,
      },
    });
    expect(problems).toEqual([]);
    expect(config.registries[0]).toMatchObject({
      host: 'registry.acme.dev:5000',
      auth: { type: 'basic', username: 'reader', password: 'secret' },
      concurrency: 2,
    });
    expect(config.rules[0].rule).toEqual({
      registry: 'registry.acme.dev:5000',
      match: 'acme/charts/{name}',
      entity: 'component:default/{name}',
      claims: [{ kind: 'component' }],
      source: 'github.com/acme/{name}',
      policy: 'acme-release',
    });
    expect(config.trust.roots[0]).toEqual({
      id: 'acme',
      source: { type: 'file', path: 'root.json' },
      refresh: null,
      demo: true,
      thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
    });
    expect(config.trust.keys[0]).toMatchObject({
      source: { type: 'file', path: 'release.pub' },
      validFrom: '2026-01-01T00:00:00.000Z',
    });
    expect(config.policies[0]).toMatchObject({
      selectable: true,
      anyOf: [
        { kind: 'keyless', root: 'acme', subject: KEYLESS.subject },
        { kind: 'key', key: 'release' },
      ],
      requireAttestations: [{ type: 'https://slsa.dev/provenance/v1' }],
      maxStalenessMs: 7_200_000,
    });
    expect(config.indexing).toEqual({
      intervalMs: 20_000,
      discoveryIntervalMs: 20_000,
      concurrency: 8,
      verifierWorkers: 0,
    });
  });

  it.each<[string, unknown, RegExp]>([
    [
      'looking all the time',
      { indexing: { interval: '1ms' } },
      /indexing\.interval: must be a duration from 5s to 7d/,
    ],
    [
      'a misspelt section',
      { registrys: [] },
      /^chartProvenance: unknown key 'registrys'; did you mean 'registries'\?/,
    ],
    [
      'a list that is none',
      { policies: {} },
      /^chartProvenance\.policies: must be a list/,
    ],
  ])('refuses %s', (_name, raw, expected) => {
    const { problems } = read(raw);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it('reports everything together, whatever else is wrong beside it', () => {
    const { problems } = read({
      registrys: [],
      registries: [
        {
          host: 'https://ghcr.io',
          auth: { type: 'basik' },
          repositories: [{ mach: 'a' }],
        },
        { host: 'b.dev', plainHttp: true },
      ],
      trust: { roots: [{ id: 'a b', type: 'file' }], keis: [] },
      policies: [
        {
          nam: 'x',
          anyOf: [{ root: 'nowhere', issuer: 'i', subject: 's' }, {}],
        },
      ],
      indexing: { concurrency: 0, verifierWorkers: 17 },
    });
    const paths = problems.map(line => line.slice(0, line.indexOf(': ')));
    expect(new Set(paths)).toEqual(
      new Set([
        'chartProvenance',
        'chartProvenance.registries[0].host',
        'chartProvenance.registries[0].auth.type',
        'chartProvenance.registries[0].repositories[0].match',
        'chartProvenance.registries[0].repositories[0]',
        'chartProvenance.registries[1].plainHttp',
        'chartProvenance.trust',
        'chartProvenance.trust.roots[0].id',
        'chartProvenance.policies[0].name',
        'chartProvenance.policies[0]',
        'chartProvenance.policies[0].anyOf[0].root',
        'chartProvenance.policies[0].anyOf[1]',
        'chartProvenance.indexing.concurrency',
        'chartProvenance.indexing.verifierWorkers',
      ]),
    );
  });

  it('never repeats a secret in a problem', () => {
    const { problems } = read(
      registry({
        auth: { type: 'basic', username: 'u', password: 'hunter2', extra: 1 },
      }),
    );
    expect(problems).toHaveLength(1);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('accepts the auth types that modules add', () => {
    const { config, problems } = read(
      registry({ auth: { type: 'acme', options: { region: 'eu-west-1' } } }),
      ['acme'],
    );
    expect(problems).toEqual([]);
    expect(config.registries[0].auth).toEqual({
      type: 'provider',
      provider: 'acme',
      options: { region: 'eu-west-1' },
    });
  });
});
