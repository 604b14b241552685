import { Problems } from '../config/problems';
import { readImages } from '../config/readImages';
import { ImageRules } from './ImageRules';

const rulesOf = (...repositories: object[]) => {
  const problems = new Problems();
  const images = readImages({ repositories }, problems);
  expect(problems.lines).toEqual([]);
  return new ImageRules(images.repositories);
};

describe('ImageRules', () => {
  const rules = rulesOf(
    {
      match: 'ghcr.io/acme/{name}',
      policy: 'release',
      source: 'github.com/acme/{name}',
    },
    { match: 'ghcr.io/**', policy: 'others' },
    { match: 'registry-1.docker.io/library/*', policy: 'hub' },
  );

  it.each<[string, object | undefined]>([
    [
      'ghcr.io/acme/app',
      {
        host: 'ghcr.io',
        repository: 'acme/app',
        policy: 'release',
        source: 'github.com/acme/app',
      },
    ],
    ['ghcr.io/acme/team/app', { policy: 'others', source: null }],
    [
      'docker.io/library/redis',
      { host: 'registry-1.docker.io', policy: 'hub' },
    ],
    ['docker.io/acme/app', undefined],
    ['quay.io/acme/app', undefined],
    ['ghcr.io.evil.dev/acme/app', undefined],
    ['ghcr.io:5000/acme/app', undefined],
    ['ghcr.io', undefined],
    ['', undefined],
  ])('%s', (name, rule) => {
    const found = rules.of(name);
    expect(found && { ...found, ...rule }).toEqual(found);
    expect(found === undefined).toBe(rule === undefined);
  });
});
