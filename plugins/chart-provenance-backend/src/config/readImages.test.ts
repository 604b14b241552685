import { parseConfig } from './parseConfig';
import { Problems } from './problems';

const base = {
  registries: [{ host: 'ghcr.io', repositories: [{ match: 'acme/charts/*' }] }],
  trust: { keys: [{ id: 'k', path: '/k.pub' }] },
  policies: [{ name: 'release', anyOf: [{ key: 'k' }] }],
};

function read(images?: unknown) {
  const problems = new Problems();
  const config = parseConfig({ ...base, images }, problems);
  return { images: config.images, lines: problems.lines };
}

const repository = { match: 'ghcr.io/acme/{name}', policy: 'release' };

describe('images', () => {
  it('is off unless it is there', () => {
    expect(read()).toEqual({
      images: { readArchives: false, render: null, repositories: [] },
      lines: [],
    });
    expect(read({}).images).toMatchObject({ readArchives: true, render: null });
  });

  it('renders with the helm that is named', () => {
    const helm = '/usr/local/bin/helm';
    expect(read({ render: { helm } }).images.render).toEqual({
      helm,
      timeoutMs: 20_000,
    });
    expect(
      read({ render: { helm, timeout: '5s' } }).images.render,
    ).toMatchObject({ timeoutMs: 5_000 });
  });

  it('reads which images are looked at', () => {
    const source = 'github.com/acme/{name}';
    expect(
      read({ repositories: [{ ...repository, source }] }).images.repositories,
    ).toMatchObject([
      { pattern: repository.match, host: 'ghcr.io', policy: 'release', source },
    ]);
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown key',
      { rendr: {} },
      /images: unknown key 'rendr'; did you mean 'render'/,
    ],
    [
      'a bare name',
      { render: { helm: 'helm' } },
      /images\.render\.helm: must be the absolute path/,
    ],
    [
      'no helm',
      { render: {} },
      /images\.render\.helm: must be the absolute path/,
    ],
    [
      'too long',
      { render: { helm: '/helm', timeout: '1h' } },
      /images\.render\.timeout: must be a duration from 1s to 2m/,
    ],
    ['no list', { repositories: {} }, /images\.repositories: must be a list/],
    [
      'no policy',
      { repositories: [{ match: repository.match }] },
      /images\.repositories\[0\]\.policy: must be the name of a policy/,
    ],
    [
      'a policy that is not there',
      { repositories: [{ ...repository, policy: 'relase' }] },
      /images\.repositories\[0\]\.policy: no policy is called 'relase'; did you mean 'release'/,
    ],
    [
      'no host',
      { repositories: [{ ...repository, match: 'Acme/app' }] },
      /images\.repositories\[0\]\.match: must begin with the host/,
    ],
    [
      'a registry that may not be contacted',
      { repositories: [{ ...repository, match: 'quay.io/acme/*' }] },
      /images\.repositories\[0\]\.match: no registry is called 'quay.io'/,
    ],
    [
      'half a segment',
      { repositories: [{ ...repository, match: 'ghcr.io/acme-*' }] },
      /images\.repositories\[0\]\.match: .*mixes text/,
    ],
    [
      'a source that is none',
      { repositories: [{ ...repository, source: 'acme' }] },
      /images\.repositories\[0\]\.source: /,
    ],
    [
      'a capture that is not there',
      { repositories: [{ ...repository, source: 'github.com/{org}/{name}' }] },
      /images\.repositories\[0\]\.source: \{org\} is not captured/,
    ],
  ])('refuses %s', (_, images, problem) => {
    expect(read(images).lines).toEqual([expect.stringMatching(problem)]);
  });
});
