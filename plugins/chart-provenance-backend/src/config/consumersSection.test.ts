import { read } from '../__testUtils__/rawConfig';

const consumers = (raw: unknown) => read({ consumers: raw });

describe('consumers', () => {
  it('are looked for nowhere unless told', () => {
    expect(consumers(undefined).config.consumers).toEqual({
      intervalMs: 300_000,
      kubernetes: null,
      git: [],
      owners: [],
      environments: [],
    });
    expect(consumers({ kubernetes: {} }).config.consumers.kubernetes).toEqual({
      clusters: 'all',
      servers: new Map(),
    });
  });

  it('are read as written', () => {
    const { config, problems } = consumers({
      interval: '10m',
      kubernetes: {
        clusters: ['prod-eu', 'prod-us'],
        servers: { 'prod-eu': 'https://EU.acme.dev:443/' },
      },
      git: [
        {
          url: 'https://github.com/acme/gitops/tree/main/apps',
          title: 'GitOps',
          cluster: 'prod-eu',
        },
        {
          url: 'https://dev.azure.com/acme/p/_git/r?path=/apps',
          exclude: ['old', '**/fixtures/*.yaml'],
        },
      ],
      owners: [
        {
          namespace: '{team}',
          name: '{name}-*',
          entity: 'component:{team}/{name}',
        },
      ],
      environments: [
        { name: 'production', clusters: 'prod-*', paths: ['**/prod/**'] },
      ],
    });
    expect(problems).toEqual([]);
    expect(config.consumers).toMatchObject({
      intervalMs: 600_000,
      kubernetes: {
        clusters: ['prod-eu', 'prod-us'],
        servers: new Map([['https://eu.acme.dev', 'prod-eu']]),
      },
      git: [
        {
          url: 'https://github.com/acme/gitops/tree/main/apps',
          title: 'GitOps',
          cluster: 'prod-eu',
        },
        {
          url: 'https://dev.azure.com/acme/p/_git/r?path=/apps',
          exclude: [{ text: 'old' }, { text: '**/fixtures/*.yaml' }],
        },
      ],
      owners: [
        {
          namespace: { text: '{team}' },
          name: { text: '{name}-*' },
          entity: 'component:{team}/{name}',
        },
      ],
      environments: [
        {
          name: 'production',
          clusters: [{ text: 'prod-*' }],
          paths: [{ text: '**/prod/**' }],
        },
      ],
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', [], /^chartProvenance\.consumers: must be an object/],
    [
      'a misspelt key',
      { owner: [] },
      /unknown key 'owner'; did you mean 'owners'/,
    ],
    [
      'another interval',
      { interval: '1s' },
      /consumers\.interval: must be a duration from 5s/,
    ],
    [
      'a cluster alone',
      { kubernetes: { clusters: 'prod' } },
      /kubernetes\.clusters: must be all, or a list of names/,
    ],
    [
      'clusters that are none',
      { kubernetes: { clusters: [] } },
      /kubernetes\.clusters: names no cluster; write all, or take/,
    ],
    [
      'a cluster twice',
      { kubernetes: { clusters: ['a', 'a'] } },
      /kubernetes\.clusters\[1\]: 'a' is there twice/,
    ],
    [
      'a name that no header takes',
      { kubernetes: { clusters: ['a\nb: c'] } },
      /clusters/,
    ],
    [
      'a server with a password',
      { kubernetes: { servers: { a: 'https://u:hunter2@a.dev' } } },
      /kubernetes\.servers\.a: must be the URL of an API server/,
    ],
    [
      'one server for two clusters',
      {
        kubernetes: {
          servers: { a: 'https://a.dev', b: 'https://A.dev:443/' },
        },
      },
      /servers\.b: https:\/\/a\.dev is the API server of 'a' already/,
    ],
    [
      'a URL with a password',
      { git: [{ url: 'https://u:hunter2@github.com/acme/gitops' }] },
      /git\[0\]\.url: must be the URL of a repository/,
    ],
    [
      'the same folder twice',
      { git: [{ url: 'https://a.dev/b' }, { url: 'https://a.dev/b' }] },
      /git\[1\]: 'https:\/\/a\.dev\/b' is there twice/,
    ],
    ...['/old', 'old/', './old', 'a//b', '../b'].map(
      (exclude): [string, unknown, RegExp] => [
        `to leave out ${exclude}`,
        { git: [{ url: 'https://a.dev/b', exclude }] },
        /git\[0\]\.exclude\[0\]: must be a path below url, like apps\/old/,
      ],
    ),
    ...['*', '**', '**/*', '*/**/*.*'].map(
      (exclude): [string, unknown, RegExp] => [
        `to leave out ${exclude}`,
        { git: [{ url: 'https://a.dev/b', exclude }] },
        /git\[0\]\.exclude\[0\]: would leave out everything/,
      ],
    ),
    [
      'to leave out what is captured',
      { git: [{ url: 'https://a.dev/b', exclude: ['apps/{x}'] }] },
      /git\[0\]\.exclude\[0\]: may hold \* and \*\*/,
    ],
    [
      'more to leave out than is matched in time',
      { git: [{ url: 'https://a.dev/b', exclude: Array(21).fill('a') }] },
      /git\[0\]\.exclude: must name at most 20 patterns/,
    ],
    [
      'a rule without restriction',
      { owners: [{ entity: 'component:default/all' }] },
      /owners\[0\]: needs at least one of cluster/,
    ],
    [
      'an entity that is not captured',
      { owners: [{ name: '{a}-x', entity: 'component:default/{b}' }] },
      /owners\[0\]\.entity: \{b\} is not captured by this rule, which captures \{a\}/,
    ],
    [
      'a capture twice',
      {
        owners: [
          { name: '{a}', namespace: '{a}', entity: 'component:default/{a}' },
        ],
      },
      /owners\[0\]: \{a\} is captured twice/,
    ],
    [
      'an entity that is none',
      { owners: [{ name: '{a}', entity: '{a}' }] },
      /owners\[0\]\.entity: must be a full entity reference/,
    ],
    [
      'a pattern that is none',
      { owners: [{ name: '{a}*', entity: 'component:default/{a}' }] },
      /owners\[0\]\.name: has two wildcards side by side/,
    ],
    [
      'a regular expression',
      { environments: [{ name: 'a', clusters: '^prod-.*$' }] },
      /environments\[0\]\.clusters\[0\]: is a regular expression/,
    ],
    [
      'an environment that is everywhere',
      { environments: [{ name: 'production' }] },
      /environments\[0\]: needs at least one of clusters/,
    ],
    [
      'an environment twice',
      {
        environments: [
          { name: 'a', clusters: '*' },
          { name: 'a', paths: '**' },
        ],
      },
      /environments\[1\]: 'a' is there twice/,
    ],
    [
      'a capture that is of no use',
      { environments: [{ name: 'a', clusters: ['{x}'] }] },
      /environments\[0\]\.clusters\[0\]: may hold \* and \*\*/,
    ],
    [
      'an empty list of patterns',
      { environments: [{ name: 'a', clusters: [] }] },
      /environments\[0\]\.clusters: must name at least one/,
    ],
    [
      'a name on two lines',
      { environments: [{ name: 'a\nb', clusters: '*' }] },
      /environments\[0\]\.name: must be a name of 1 to 50 characters/,
    ],
  ])('refuse %s', (_name, raw, expected) => {
    const { problems } = consumers(raw);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
    expect(problems[0]).not.toContain('hunter2');
  });

  it('repeat no password of a URL that is there twice', () => {
    const url = 'https://u:hunter2@github.com/acme/gitops';
    const { problems } = consumers({ git: [{ url }, { url }] });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('report everything together', () => {
    const { problems } = consumers({
      intervall: 1,
      kubernetes: { cluster: [] },
      git: [{}],
      owners: [7],
      environments: [{ name: '' }],
    });
    expect(
      problems.map(line => line.slice(0, line.indexOf(': '))).sort(),
    ).toEqual([
      'chartProvenance.consumers',
      'chartProvenance.consumers.environments[0].name',
      'chartProvenance.consumers.git[0].url',
      'chartProvenance.consumers.kubernetes',
      'chartProvenance.consumers.owners[0]',
    ]);
  });
});
