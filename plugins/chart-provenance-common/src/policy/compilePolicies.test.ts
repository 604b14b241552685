import { compilePolicies } from './compilePolicies';

const KEYLESS = {
  root: 'public',
  issuer: 'https://token.actions.githubusercontent.com',
  subject:
    'https://github.com/acme/payments/.github/workflows/release.yml@refs/heads/main',
};

describe('compilePolicies', () => {
  it('reads keyrings, and knows which there are', () => {
    const raw = [{ name: 'a', anyOf: [{ keyring: 'edge-team' }] }];
    expect(compilePolicies(raw).policies[0].anyOf).toEqual([
      { kind: 'keyring', keyring: 'edge-team' },
    ]);
    expect(compilePolicies(raw, { keyrings: ['other'] }).problems).toEqual([
      {
        path: '[0].anyOf[0].keyring',
        message: 'There is no keyring edge-team in trust.keyrings.',
      },
    ]);
    const both = [{ name: 'a', anyOf: [{ keyring: 'edge-team', root: 'r' }] }];
    expect(compilePolicies(both).problems).not.toEqual([]);
  });

  it('reads policies and fills the defaults in', () => {
    const { policies, problems } = compilePolicies([
      { name: 'a', anyOf: [KEYLESS, { key: 'k' }] },
      {
        name: 'b',
        selectable: true,
        anyOf: [{ key: 'k' }],
        require: { attestations: ['https://spdx.dev/Document'] },
        maxStaleness: '2h',
      },
      {
        name: 'c',
        anyOf: [
          {
            ...KEYLESS,
            subject: undefined,
            subjectPattern: '.*',
            allowAnyRef: true,
          },
        ],
        maxStaleness: 5,
      },
    ]);
    expect(problems).toEqual([]);
    expect(policies).toEqual([
      {
        name: 'a',
        selectable: false,
        anyOf: [
          { kind: 'keyless', ...KEYLESS },
          { kind: 'key', key: 'k' },
        ],
        requireAttestations: [],
        maxStalenessMs: 86_400_000,
      },
      {
        name: 'b',
        selectable: true,
        anyOf: [{ kind: 'key', key: 'k' }],
        requireAttestations: [{ type: 'https://spdx.dev/Document' }],
        maxStalenessMs: 7_200_000,
      },
      {
        name: 'c',
        selectable: false,
        anyOf: [
          {
            kind: 'keyless',
            root: 'public',
            issuer: KEYLESS.issuer,
            subjectPattern: '.*',
          },
        ],
        requireAttestations: [],
        maxStalenessMs: 5,
      },
    ]);
  });

  it('collects every problem with its path, and leaves those policies out', () => {
    const { policies, problems } = compilePolicies(
      [
        'text',
        { name: 'sp ace', anyOf: [] },
        { name: 'x', anyOf: [{ ...KEYLESS, subjectPattern: 'a' }] },
        { name: 'x2', anyOf: [{ root: 'public', issuer: 'i' }] },
        {
          name: 'x3',
          anyOf: [{ ...KEYLESS, subject: 'https://github.com/acme/*' }],
        },
        {
          name: 'x4',
          anyOf: [
            { root: 'none', issuer: 'i', subject: 's' },
            { key: 'none' },
            { key: 'k', isuer: '' },
          ],
        },
        {
          name: 'x5',
          anyOf: [{ root: 'public', issuer: 'i', subjectPattern: '.*' }],
          maxStaleness: 'soon',
          extra: 1,
        },
        { name: 'good', anyOf: [{ key: 'k' }] },
        { name: 'good', anyOf: [{ key: 'k' }] },
      ],
      { roots: ['public'], keys: ['k'] },
    );
    expect(policies.map(({ name }) => name)).toEqual(['good']);
    expect(problems.map(({ path }) => path)).toEqual([
      '[0]',
      '[1].name',
      '[1].anyOf',
      '[2].anyOf[0]',
      '[3].anyOf[0]',
      '[4].anyOf[0].subject',
      '[5].anyOf[0].root',
      '[5].anyOf[1].key',
      '[5].anyOf[2]',
      '[6].maxStaleness',
      '[6]',
      '[6].anyOf[0].subjectPattern',
      '[8].name',
    ]);
    expect(problems.every(({ message }) => message.length > 5)).toBe(true);
  });

  it('refuses what is no list', () => {
    expect(compilePolicies({}).problems).toHaveLength(1);
  });
});
