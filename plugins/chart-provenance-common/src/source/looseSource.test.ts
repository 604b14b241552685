import { looseSource } from './looseSource';
import { sourceMatches } from './sourceMatches';

it.each([
  'https://github.com/Acme/Tools.git',
  'git+https://github.com/acme/tools@refs/heads/main',
  'https://x-access-token:secret@github.com/acme/tools',
  'ssh://org-1234@github.com/acme/tools.git',
  'git+ssh://git@github.com:22/acme/tools',
  'git@github.com:acme/tools.git',
  'org-1234@github.com:acme/tools.git',
  'https://github.com/acme/tools?x=1#readme',
])('%s is a spelling of github.com/acme/tools', source => {
  expect(sourceMatches('github.com/acme/tools', looseSource(source))).toBe(
    true,
  );
});

it.each([
  'https://github.com/acme/tools2',
  'https://evil.dev/github.com/acme/tools',
  'https://github.com@evil.dev/acme/tools',
  'git@evil.dev:github.com/acme/tools',
  '',
])('%s is none', source => {
  expect(sourceMatches('github.com/acme/tools', looseSource(source))).toBe(
    false,
  );
});
