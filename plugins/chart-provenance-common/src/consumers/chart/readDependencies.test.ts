import { readConsumers } from '../readConsumers';
import { rulesOf } from '../testing/read';

const CHART = { apiVersion: 'v2', name: 'shop', version: '1.0.0' };
const LIBRARY = {
  name: 'library',
  version: '^1.2.0',
  repository: 'oci://ghcr.io/acme/charts',
};

function read(dependencies: unknown, lock?: unknown) {
  return readConsumers([
    { kind: 'chart', value: { ...CHART, dependencies }, lock },
  ]);
}

function lockOf(version: string, more: object = {}) {
  const { name, repository } = LIBRARY;
  return {
    dependencies: [{ name, repository, version, ...more }],
    digest: `sha256:${'a'.repeat(64)}`,
    generated: '2026-11-01T10:00:00Z',
  };
}

it.each<[string, object, unknown, object, string[]]>([
  [
    'from a registry, by a range',
    LIBRARY,
    undefined,
    {
      kind: 'Chart',
      name: 'shop',
      namespace: null,
      part: '',
      form: 'chart-dependency',
      target: {
        kind: 'oci',
        registry: 'ghcr.io',
        repository: 'acme/charts/library',
      },
      written: 'oci://ghcr.io/acme/charts library ^1.2.0',
      wants: { version: '^1.2.0', digest: null },
      pin: 'range',
      bestPin: 'version',
      runs: null,
      gate: { kind: 'not-applicable' },
    },
    ['unpinned'],
  ],
  [
    'locked at one version',
    LIBRARY,
    lockOf('1.4.1'),
    {
      written: 'oci://ghcr.io/acme/charts library ^1.2.0 (locked at 1.4.1)',
      wants: { version: '1.4.1', digest: null },
      pin: 'version',
    },
    [],
  ],
  [
    'with a lock of before the range was changed',
    LIBRARY,
    lockOf('1.1.0'),
    { wants: { version: '^1.2.0', digest: null }, pin: 'range' },
    ['lock-out-of-date', 'unpinned'],
  ],
  [
    'with a lock for another repository',
    LIBRARY,
    lockOf('1.4.1', { repository: 'https://charts.acme.dev' }),
    { pin: 'range' },
    ['lock-out-of-date', 'unpinned'],
  ],
  [
    'with a lock that is no lock',
    LIBRARY,
    'x',
    { pin: 'range' },
    ['lock-out-of-date', 'unpinned'],
  ],
  [
    'from a legacy repository',
    { ...LIBRARY, repository: 'https://charts.acme.dev/', version: '1.4.1' },
    undefined,
    {
      target: {
        kind: 'legacy',
        repositoryUrl: 'https://charts.acme.dev',
        name: 'library',
      },
      pin: 'version',
    },
    [],
  ],
  [
    'from a repository by an alias',
    { ...LIBRARY, repository: '@acme', version: '1.4.1' },
    undefined,
    {
      target: { kind: 'unresolved', message: expect.stringContaining('alias') },
    },
    [],
  ],
  [
    'from a repository by an alias, the other way to write it',
    { ...LIBRARY, repository: 'alias:acme', version: '1.4.1' },
    undefined,
    {
      target: { kind: 'unresolved', message: expect.stringContaining('alias') },
    },
    [],
  ],
  [
    'with a slash at the end',
    { ...LIBRARY, repository: 'oci://ghcr.io/acme/charts/', version: '1.4.1' },
    undefined,
    { target: { repository: 'acme/charts/library' } },
    ['trailing-slash'],
  ],
  [
    'with its name in the repository',
    {
      ...LIBRARY,
      repository: 'oci://ghcr.io/acme/charts/library',
      version: '1.4.1',
    },
    undefined,
    { target: { repository: 'acme/charts/library/library' } },
    ['chart-name-repeated'],
  ],
  [
    'without a version',
    { ...LIBRARY, version: undefined },
    undefined,
    { pin: 'floating' },
    ['unpinned'],
  ],
  [
    'with _ in the version',
    { ...LIBRARY, version: '1.4.1_b5' },
    undefined,
    { pin: 'unknown' },
    ['underscore-in-version'],
  ],
])('a dependency %s', (_, dependency, lock, expected, rules) => {
  const { consumers, problems } = read([dependency], lock);
  expect(problems).toEqual([]);
  expect(consumers).toHaveLength(1);
  expect(consumers[0].reading).toMatchObject(expected);
  expect(rulesOf(consumers[0].reading)).toEqual(rules);
});

it('reads a lock that Helm 4.2.4 wrote: in the order of Chart.yaml, an alias by its URL', () => {
  const repository = 'http://127.0.0.1:18931';
  const { consumers, problems } = read(
    [
      { name: 'lib', version: '^1.2.0', repository: '@acme' },
      { name: 'lib', alias: 'old', version: '1.4.1', repository: 'alias:acme' },
      {
        name: 'lib',
        alias: 'slash',
        version: '1.x',
        repository: `${repository}/`,
      },
      { name: 'loc', version: '>=0', repository: 'file://../loc' },
    ],
    {
      dependencies: [
        { name: 'lib', repository, version: '1.5.0' },
        { name: 'lib', repository, version: '1.4.1' },
        { name: 'lib', repository: `${repository}/`, version: '1.5.0' },
        { name: 'loc', repository: 'file://../loc', version: '0.1.0' },
      ],
      digest:
        'sha256:edcbbdcdfe531477ba1287a0843f92c7d92c3432bf1a4ecd0dc8ed4a2d3d7b78',
      generated: '2026-11-23T02:10:20.083800006Z',
    },
  );
  expect(problems).toEqual([]);
  expect(
    consumers.map(({ reading }) => [
      reading.part,
      reading.pin,
      reading.wants.version,
      reading.target,
      reading.findings,
    ]),
  ).toEqual(
    ['1.5.0', '1.4.1', '1.5.0'].map((version, index) => [
      `dependencies[${index}]`,
      'version',
      version,
      { kind: 'legacy', repositoryUrl: repository, name: 'lib' },
      [],
    ]),
  );
});

it('leaves local charts out, and reads the neighbours of what is broken', () => {
  const { consumers, problems } = read([
    { name: 'local', repository: 'file://../local', version: '1.0.0' },
    { name: 'vendored', repository: '', version: '1.0.0' },
    { name: 'unsaid', version: '1.0.0' },
    null,
    { name: 5, repository: 'oci://ghcr.io/acme' },
    LIBRARY,
  ]);
  expect(consumers.map(({ reading }) => reading.part)).toEqual([
    'dependencies[5]',
  ]);
  expect(problems).toEqual([
    {
      document: 0,
      object: 'Chart shop',
      message: 'dependencies[3]: It is not an object.',
    },
    {
      document: 0,
      object: 'Chart shop',
      message: 'dependencies[4]: name is not a text.',
    },
  ]);
});

it.each<[string, unknown]>([
  ['no dependencies', CHART],
  ['empty ones', { ...CHART, dependencies: [] }],
])('a chart with %s consumes nothing', (_, value) => {
  expect(readConsumers([{ kind: 'chart', value }])).toEqual({
    consumers: [],
    problems: [],
    truncated: false,
  });
});
