import { read } from '../__testUtils__/rawConfig';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const BASE = {
  registries: [{ host: 'ghcr.io' }, { host: 'registry.acme.dev:5000' }],
  trust: { roots: [{ id: 'acme', type: 'publicGood' }] },
  policies: ['acme-release', 'prod'].map(name => ({
    name,
    anyOf: [{ root: 'acme', issuer: 'https://i.dev', subject: 's' }],
  })),
};

const readGate = (gate: unknown) => {
  const { config, problems } = read({ ...BASE, gate });
  return { gate: config.gate, problems };
};
const readEnvironments = (...environments: unknown[]) =>
  readGate({ environments });

describe('gate', () => {
  it('asks for the rules of charts alone unless told', () => {
    expect(readGate(undefined)).toEqual({
      problems: [],
      gate: {
        environments: [],
        maxAgeMs: HOUR,
        lifetimeMs: 15 * MINUTE,
        offlineLifetimeMs: 24 * HOUR,
        requestsPerMinute: 600,
      },
    });
  });

  it('keeps what is said, and lets several entries share a name', () => {
    const { gate, problems } = readGate({
      maxAge: '30m',
      decisionLifetime: { minutes: 5 },
      offlineLifetime: false,
      requestsPerMinute: 60_000,
      environments: [
        {
          name: 'production',
          repositories: ['ghcr.io/acme/charts/**', 'registry.acme.dev:5000/*'],
          enforceFrom: '2027-03-01',
          policies: ['prod', 'prod'],
          requireDigest: true,
          requireImages: true,
          maxAge: '10m',
        },
        { name: 'production', enforceFrom: 'never', policies: 'prod' },
        { name: 'default' },
      ],
    });
    expect(problems).toEqual([]);
    expect(gate).toMatchObject({
      maxAgeMs: 30 * MINUTE,
      lifetimeMs: 5 * MINUTE,
      offlineLifetimeMs: null,
      requestsPerMinute: 60_000,
    });
    expect(gate.environments).toEqual([
      {
        name: 'production',
        repositories: [
          {
            pattern: 'ghcr.io/acme/charts/**',
            host: 'ghcr.io',
            segments: [
              { kind: 'literal', text: 'acme' },
              { kind: 'literal', text: 'charts' },
              { kind: 'rest' },
            ],
          },
          {
            pattern: 'registry.acme.dev:5000/*',
            host: 'registry.acme.dev:5000',
            segments: [{ kind: 'any' }],
          },
        ],
        enforceFrom: '2027-03-01',
        policies: ['prod'],
        requireDigest: true,
        requireImages: true,
        maxAgeMs: 10 * MINUTE,
      },
      {
        name: 'production',
        repositories: null,
        enforceFrom: 'never',
        policies: ['prod'],
        requireDigest: false,
        requireImages: false,
        maxAgeMs: null,
      },
      {
        name: 'default',
        repositories: null,
        enforceFrom: 'always',
        policies: [],
        requireDigest: false,
        requireImages: false,
        maxAgeMs: null,
      },
    ]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a misspelt key', { requireDigests: true }, "mean 'requireDigest'?"],
    ['no name', { name: undefined }, '.name: must be letters'],
    ['a name with a blank', { name: 'prod eu' }, '.name: must be letters'],
    ['a day that is none', { enforceFrom: '2027-02-31' }, 'must be a day like'],
    ['a word', { enforceFrom: 'soon' }, '.enforceFrom: must be a day like'],
    ['an unknown policy', { policies: 'prodd' }, "did you mean 'prod'?"],
    [
      'a policy in a list',
      { policies: ['prod', 'x'] },
      ".policies: no policy is called 'x'",
    ],
    [
      'a pattern without a host',
      { repositories: 'acme-/charts/**' },
      ".repositories: 'acme-/charts/**' must begin with the host",
    ],
    [
      'a registry that is not there',
      { repositories: ['ghcr.oi/acme/**'] },
      ".repositories: no registry is called 'ghcr.oi'; did you mean 'ghcr.io'?",
    ],
    [
      'a glob over parts of segments',
      { repositories: 'ghcr.io/acme-*/charts' },
      'mixes text with *',
    ],
    ['no repositories', { repositories: [] }, '.repositories: must be a'],
    ['a bound too short', { maxAge: '1s' }, '.maxAge: must be a duration from'],
    ['yes', { requireImages: 'yes' }, '.requireImages: must be true or false'],
  ])('refuses %s', (_, extra, problem) => {
    const { problems } = readEnvironments({ name: 'production', ...extra });
    expect(problems.join('\n')).toContain(
      'chartProvenance.gate.environments[0]',
    );
    expect(problems.join('\n')).toContain(problem);
  });

  it('refuses an entry that is never reached', () => {
    expect(
      readEnvironments(
        { name: 'production' },
        { name: 'production', repositories: 'ghcr.io/acme/**' },
        { name: 'staging', repositories: 'ghcr.io/acme/**' },
        { name: 'staging' },
      ).problems,
    ).toEqual([
      "chartProvenance.gate.environments[1]: is never reached: an entry of 'production' before it has no repositories, and is for every chart; put it last",
    ]);
  });

  it('refuses names that differ in their case alone: whoever asks for one may get the other', () => {
    expect(
      readEnvironments(
        { name: 'production' },
        { name: 'Production', enforceFrom: 'never' },
        { name: 'Default', enforceFrom: 'never' },
      ).problems,
    ).toEqual([
      "chartProvenance.gate.environments[1].name: 'Production' and 'production' differ in their case alone, and are two environments; write both alike",
      "chartProvenance.gate.environments[2].name: 'Default' and 'default' differ in their case alone, and are two environments; write both alike",
    ]);
  });

  it('reports everything that is wrong with the gate together', () => {
    const { problems } = readGate({
      maxAge: 'for ever',
      decisionLifetime: '25h',
      offlineLifetime: true,
      requestsPerMinute: 0,
      environments: 'production',
      extra: 1,
    });
    expect(problems.map(line => line.split(':')[0])).toEqual([
      'chartProvenance.gate.maxAge',
      'chartProvenance.gate.decisionLifetime',
      'chartProvenance.gate.offlineLifetime',
      'chartProvenance.gate.requestsPerMinute',
      'chartProvenance.gate.environments',
      'chartProvenance.gate',
    ]);
  });
});
