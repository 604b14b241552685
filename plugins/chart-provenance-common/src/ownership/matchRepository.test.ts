import { compileRepositoryRules } from './compileRepositoryRules';
import { conventionalRepositories } from './conventionalRepositories';
import { matchRepository } from './matchRepository';
import { convention, rules } from './testing/rules';
import { RepositoryRule } from './types';

describe('matchRepository', () => {
  it('resolves the first rule that matches', () => {
    const compiled = rules(
      { match: 'acme/charts/special', policy: 'strict' },
      convention,
    );
    expect(
      matchRepository(compiled, 'GHCR.io:443', 'acme/charts/payments'),
    ).toMatchObject({
      registry: 'ghcr.io',
      repository: 'acme/charts/payments',
      entityRef: 'component:default/payments',
      source: 'github.com/acme/payments',
      legacy: 'https://charts.acme.dev#payments',
      policies: ['acme-release'],
    });
    const special = matchRepository(compiled, 'ghcr.io', 'acme/charts/special');
    expect(special?.policies).toEqual(['strict']);
    expect(special?.entityRef).toBeUndefined();
  });

  it.each([
    ['ghcr.io', 'acme/charts'],
    ['ghcr.io', 'acme/charts/a/b'],
    ['ghcr.io', 'acme/charts/*'],
    ['ghcr.io', 'acme/charts/..'],
    ['ghcr.io', 'acme/charts/A'],
    ['ghcr.io', 'acme/charts/'],
    ['quay.io', 'acme/charts/a'],
    ['ghcr.io.evil.dev', 'acme/charts/a'],
  ])('%s/%s is outside of every rule', (registry, repository) => {
    expect(
      matchRepository(rules(convention), registry, repository),
    ).toBeUndefined();
  });

  it('names no owner when the convention gives no possible name', () => {
    const match = matchRepository(
      rules(convention),
      'ghcr.io',
      `acme/charts/${'a'.repeat(64)}`,
    );
    expect(match).toBeDefined();
    expect(match?.entityRef).toBeUndefined();
  });
});

describe('compileRepositoryRules', () => {
  it.each<[Partial<RepositoryRule>, string[]]>([
    [{ match: 'acme/*x' }, ['[0].match']],
    [{ entity: 'component:default/{other}' }, ['[0].entity']],
    [{ entity: '{name}' }, ['[0].entity']],
    [{ entity: 'component:{name}' }, ['[0].entity']],
    [{ entity: 'component:default/{name' }, ['[0].entity']],
    [{ source: 'github.com' }, ['[0].source']],
    [{ source: 'github.com/acme/x-*' }, ['[0].source']],
    [{ source: '*/acme/{name}' }, ['[0].source']],
    [{ legacy: 'charts.acme.dev#{name}' }, ['[0].legacy']],
    [{ legacy: 'https://charts.acme.dev' }, ['[0].legacy']],
    [{ claims: {} }, ['[0].claims']],
    [
      { entity: '{a}', source: '{b}', legacy: '{c}' },
      ['[0].entity', '[0].source', '[0].legacy'],
    ],
  ])('refuses %j and leaves the rule out', (rule, paths) => {
    const { rules: compiled, problems } = compileRepositoryRules([
      { registry: 'ghcr.io', match: 'acme/charts/{name}', ...rule },
    ]);
    expect(compiled).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual(paths);
  });
});

describe('conventionalRepositories', () => {
  const of = (list: Partial<RepositoryRule>[], ref: string) =>
    conventionalRepositories(rules(...list), ref).map(
      ({ repository }) => repository,
    );
  it.each<[Partial<RepositoryRule>[], string, string[]]>([
    [[convention], 'component:default/payments', ['acme/charts/payments']],
    [[convention], 'Component:Default/Payments', ['acme/charts/payments']],
    [[convention], 'component:other/payments', []],
    [[convention], 'api:default/payments', []],
    [[convention], 'payments', []],
    [
      [{ match: 'acme/{ns}/{name}', entity: 'component:{ns}/{name}-svc' }],
      'component:team/pay-svc',
      ['acme/team/pay'],
    ],
    [
      [{ match: 'acme/{team}/{name}', entity: 'component:default/{name}' }],
      'component:default/pay',
      [],
    ],
    [
      [{ match: 'acme/**', entity: 'component:default/pay' }],
      'component:default/pay',
      [],
    ],
    [
      [
        { match: 'acme/charts/payments', entity: 'component:default/other' },
        convention,
      ],
      'component:default/payments',
      [],
    ],
  ])('%j: %s', (list, ref, expected) => {
    expect(of(list, ref)).toEqual(expected);
  });
});
