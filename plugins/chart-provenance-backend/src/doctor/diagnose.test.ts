import { ConfigReader } from '@backstage/config';
import { testServer } from '../registries/__testUtils__/testServer';
import { examine, resultsOf, saidBy } from './__testUtils__/examine';
import { inTurns } from './inTurns';
import { moduleTypes } from './moduleTypes';
import { runDoctor } from './runDoctor';

const LOCAL = { plainHttp: true, allowPrivateAddress: true };

describe('diagnose', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map(one => one.close()));
  });

  async function registry() {
    const server = await testServer(() => ({
      status: 200,
      body: { name: 'x', tags: [] },
    }));
    open.push(server);
    return server;
  }
  const listed = ({ requests }: Awaited<ReturnType<typeof registry>>) =>
    requests.map(({ url }) => url.pathname).filter(path => path !== '/v2/');

  it.each<[string, string[], string[]]>([
    [
      'what a rule names outright',
      ['a/{name}', 'b/ledger'],
      ['/v2/b/ledger/tags/list'],
    ],
    [
      'what was read before and a rule allows',
      ['a/{name}'],
      ['/v2/a/known/tags/list'],
    ],
    ['nothing that no rule allows any more', ['c/{name}'], []],
  ])('tries %s', async (_, rules, paths) => {
    const server = await registry();
    const repositories = rules.map(match => ({ match }));
    const report = await examine(
      { registries: [{ host: server.host, ...LOCAL, repositories }] },
      { knownRepositories: async () => ['b/gone', 'a/known'] },
    );
    expect(listed(server)).toEqual(paths);
    const section = report.sections.find(({ kind }) => kind === 'registry');
    expect(resultsOf(section).repository).toBe(paths.length ? 'ok' : 'unknown');
    expect(/--repository/.test(saidBy(section, 'repository'))).toBe(
      paths.length === 0,
    );
  });

  it('leaves everything else alone when one registry is asked for', async () => {
    const [one, other] = [await registry(), await registry()];
    const report = await examine(
      {
        registries: [
          { host: one.host, ...LOCAL },
          { host: other.host, ...LOCAL },
        ],
        legacyRepositories: [
          { url: `http://${other.host}`, allowPrivateAddress: true },
        ],
        trust: { roots: [{ id: 'public', type: 'publicGood' }] },
      },
      { only: { host: one.host } },
    );
    expect(report.sections.map(({ id }) => id)).toEqual([
      'config',
      `registry:${one.host}`,
    ]);
    expect(other.requests).toEqual([]);
  });

  it('counts, and always has one result for each check', async () => {
    const { counts, sections } = await examine({
      registries: [{ host: '127.0.0.1:1', ...LOCAL }],
    });
    const checks = sections.flatMap(section => section.checks);
    const sum = counts.ok + counts.warning + counts.failed + counts.unknown;
    expect(sum).toBe(checks.length);
    expect(counts.failed).toBe(1);
    for (const { checks: own } of sections) {
      expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    }
    for (const { result, next, who } of checks) {
      expect((next === null) === (who === null)).toBe(true);
      expect(next === null && result === 'failed').toBe(false);
    }
  });

  it('goes on where a registry has no integration, and says who adds one', async () => {
    const sound = await registry();
    const server = await registry();
    const report = await examine({
      registries: [
        {
          host: server.host,
          allowPrivateAddress: true,
          auth: { type: 'integration', host: 'github.acme.dev' },
        },
        { host: sound.host, ...LOCAL },
      ],
    });
    expect(report.sections.map(({ kind }) => kind)).toEqual([
      'config',
      'policies',
      'registry',
      'registry',
    ]);
    expect(resultsOf(report.sections[3]).connection).toBe('ok');
  });

  it('contacts no registry whose entry has problems', async () => {
    const server = await registry();
    const report = await examine({
      registries: [
        {
          host: server.host,
          ...LOCAL,
          auth: { type: 'azure', clientId: 'nobody' },
        },
        { host: server.host, ...LOCAL, auth: { type: 'azure' } },
      ],
    });
    expect(server.requests).toEqual([]);
    expect(report.sections.map(({ id }) => id)).not.toContain(
      `registry:${server.host}`,
    );
  });

  it('gives up when its caller does', async () => {
    const server = await registry();
    const report = await examine(
      { registries: [{ host: server.host, ...LOCAL }] },
      { signal: AbortSignal.abort() },
    );
    const section = report.sections.find(({ kind }) => kind === 'registry');
    expect(resultsOf(section).connection).toBe('failed');
    expect(server.requests).toEqual([]);
  });
});

describe('runDoctor', () => {
  const on = (chartProvenance: object) =>
    new ConfigReader({
      chartProvenance: JSON.parse(JSON.stringify(chartProvenance)),
    });
  const two = on({
    registries: [{ host: 'a.invalid' }, { host: 'b.invalid' }],
  });

  it.each([
    [
      { registry: 'c.invalid' },
      /c\.invalid is not configured.*a\.invalid, b\.invalid/,
    ],
    [{ repository: 'x/y' }, /Say with --registry/],
    [
      { registry: 'a.invalid', repository: 'x/y' },
      /No rule allows a\.invalid\/x\/y/,
    ],
  ])('refuses %j', async (options, words) => {
    await expect(runDoctor(two, options)).rejects.toMatchObject({
      name: 'DoctorUsageError',
      message: expect.stringMatching(words),
    });
  });

  it('needs no configuration', async () => {
    const report = await runDoctor(new ConfigReader({}));
    expect(report.counts).toMatchObject({ failed: 0 });
    expect(report.ranIn).toBe('terminal');
  });
});

it('takes kinds for those of modules only when they are no typing errors', () => {
  const types = [
    'vault',
    'basc',
    'bsic',
    'none',
    'azur',
    'acme-sso',
    7,
    undefined,
  ];
  const registries = types.map(type => ({ auth: { type } }));
  expect(moduleTypes({ registries })).toEqual(['vault', 'acme-sso']);
  for (const written of [
    undefined,
    null,
    'x',
    { registries: 'x' },
    { registries: [null] },
  ]) {
    expect(moduleTypes(written)).toEqual([]);
  }
});

it('runs so many at a time, and keeps the order', async () => {
  let running = 0;
  let most = 0;
  const call = (index: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(resolve => setImmediate(resolve));
    running -= 1;
    return index;
  };
  const order = Array.from({ length: 20 }, (_, index) => index);
  expect(await inTurns(order.map(call), 3)).toEqual(order);
  expect(most).toBe(3);
  expect(await inTurns([], 3)).toEqual([]);
});
