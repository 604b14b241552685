import { git, github, read, SLSA, slsaV1 } from './__testUtils__/slsa';

describe('the source of a build', () => {
  const ours = git('acme/payments');
  const declared = {
    workflow: { repository: 'https://github.com/acme/payments' },
  };
  it.each<[string, object, unknown[] | undefined, string | undefined]>([
    [
      'is declared, and resolved behind others',
      declared,
      [git('evil/x'), ours],
      ours.uri,
    ],
    [
      'is declared, and nothing was resolved',
      declared,
      undefined,
      'https://github.com/acme/payments',
    ],
    [
      'is declared, and only packages were resolved',
      declared,
      [{ uri: 'pkg:npm/a@1' }],
      'https://github.com/acme/payments',
    ],
    [
      'is not what is declared, when something else was fetched',
      declared,
      [git('evil/x')],
      undefined,
    ],
    ['is not what comes first', {}, [ours, git('evil/x')], undefined],
    ['is not what comes last', {}, [git('evil/x'), ours], undefined],
    [
      'is the only repository there is',
      {},
      [{ uri: 'pkg:npm/a@1' }, ours],
      ours.uri,
    ],
    ['is no package', {}, [{ uri: 'pkg:npm/a@1' }], undefined],
    [
      'is no repository that is declared twice over',
      { ...declared, source: { uri: 'git+https://github.com/evil/x' } },
      [ours],
      undefined,
    ],
    [
      'is what GitLab declares',
      { source: 'https://gitlab.com/acme/payments' },
      [{ uri: 'https://gitlab.com/acme/payments' }],
      'https://gitlab.com/acme/payments',
    ],
    [
      'is what BuildKit declares',
      { configSource: { uri: 'https://github.com/acme/payments.git#main' } },
      [{ uri: 'https://github.com/acme/payments.git#main' }],
      'https://github.com/acme/payments.git#main',
    ],
    [
      'is what Google Cloud Build declares',
      {
        buildConfigSource: {
          repository: 'https://github.com/acme/payments',
          ref: 'refs/heads/main',
        },
      },
      [ours],
      ours.uri,
    ],
    [
      'is never cut or cleaned into another',
      { source: `https://github.com/acme/pay\u200bments` },
      undefined,
      undefined,
    ],
    [
      'is never longer than is kept',
      { source: `https://github.com/acme/${'p'.repeat(500)}` },
      undefined,
      undefined,
    ],
  ])('%s', (_, parameters, resolved, source) => {
    const facts = read(`${SLSA}/v1`, slsaV1(parameters, resolved));
    expect(facts?.label).toBe('SLSA v1');
    expect(facts?.source).toBe(source);
  });

  it.each([
    ['contradict each other', [git('evil/x')], undefined],
    ['agree', [git('evil/x'), ours], ours.uri],
  ])('in v0.2, when configuration and materials %s', (_, materials, source) => {
    const invocation = { configSource: { uri: ours.uri } };
    const facts = read(`${SLSA}/v0.2`, { invocation, materials });
    expect(facts).toMatchObject({ label: 'SLSA v0.2' });
    expect(facts?.source).toBe(source);
  });

  it('has no commit where two are named', () => {
    const resolved = [ours, git('acme/payments', '0'.repeat(40))];
    const facts = read(`${SLSA}/v1`, slsaV1(declared, resolved));
    expect(facts?.source).toBe(ours.uri);
    expect(facts?.build).not.toHaveProperty('sourceDigest');
  });

  it('and the builder are told as they are, or not at all', () => {
    const facts = read(`${SLSA}/v1`, {
      ...github,
      runDetails: { builder: { id: 'https://github.com/acme/b.yml\u0000' } },
    });
    expect(facts?.builderId).toBeUndefined();
  });
});
