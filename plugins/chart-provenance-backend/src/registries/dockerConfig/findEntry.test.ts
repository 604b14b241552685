import { Credential } from 'chart-provenance-oras';
import { answerCredential, entryCredential } from './entryCredential';
import { findEntry } from './findEntry';
import { sameRegistry, serverUrlOf } from './registryNames';
import { dockerConfigSchema } from './schema';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const auth = base64('u:p:q');
const BASIC = { type: 'basic', username: 'u', password: 'p:q' };
const NONE = { type: 'none' };

function lookUp(config: object, host: string, repository = 'acme/x') {
  const found = findEntry(dockerConfigSchema.parse(config), host, repository);
  switch (found.type) {
    case 'helper':
      return `helper ${found.name}`;
    case 'entry':
      return entryCredential(found.entry);
    default:
      return NONE;
  }
}

// What `crane auth get` (0.22.1, docker/cli's own reader) answers for the same files, but where a comment says otherwise.
it.each<[string, object, string, unknown]>([
  ['its host', { auths: { 'ghcr.io': { auth } } }, 'ghcr.io', BASIC],
  [
    'a longer host',
    { auths: { 'ghcr.io': { auth } } },
    'ghcr.io.evil.dev',
    NONE,
  ],
  ['a part of a host', { auths: { 'ghcr.io': { auth } } }, 'hcr.io', NONE],
  ['a host above', { auths: { 'r.acme.dev': { auth } } }, 'acme.dev', NONE],
  ['a host below', { auths: { 'acme.dev': { auth } } }, 'r.acme.dev', NONE],
  ['another port', { auths: { 'r.dev': { auth } } }, 'r.dev:5000', NONE],
  ['its port', { auths: { 'r.dev:5000': { auth } } }, 'r.dev:5000', BASIC],
  ['capitals', { auths: { 'GHCR.io': { auth } } }, 'ghcr.io', NONE],
  ['a URL', { auths: { 'https://ghcr.io/v2/': { auth } } }, 'ghcr.io', BASIC],
  // docker/cli would show these to the whole host too.
  [
    'a URL of a path',
    { auths: { 'https://ghcr.io/acme': { auth } } },
    'ghcr.io',
    BASIC,
  ],
  [
    'a URL of another path',
    { auths: { 'https://ghcr.io/other': { auth } } },
    'ghcr.io',
    NONE,
  ],
  [
    'a URL elsewhere',
    { auths: { 'https://evil.dev/ghcr.io': { auth } } },
    'ghcr.io',
    NONE,
  ],
  [
    'a URL with a user that looks like it',
    { auths: { 'https://ghcr.io@evil.dev/': { auth } } },
    'ghcr.io',
    NONE,
  ],
  [
    'Docker Hub',
    { auths: { 'https://index.docker.io/v1/': { auth } } },
    'docker.io',
    BASIC,
  ],
  // Podman writes it so; docker/cli does not look there.
  [
    'Docker Hub by its name',
    { auths: { 'docker.io': { auth } } },
    'docker.io',
    BASIC,
  ],
  // docker/cli would show it to the whole host; whoever wrote a path meant the path.
  ['a path', { auths: { 'ghcr.io/acme': { auth } } }, 'ghcr.io', BASIC],
  ['another path', { auths: { 'ghcr.io/acm': { auth } } }, 'ghcr.io', NONE],
  [
    'the longest path',
    {
      auths: {
        'ghcr.io': { auth: base64('a:a') },
        'ghcr.io/acme': { auth: base64('b:b') },
        'ghcr.io/acme/x': { auth },
      },
    },
    'ghcr.io',
    BASIC,
  ],
  [
    'auth before the fields',
    { auths: { 'ghcr.io': { auth, username: 'x', password: 'y' } } },
    'ghcr.io',
    BASIC,
  ],
  [
    'the fields',
    { auths: { 'ghcr.io': { username: 'u', password: 'p:q' } } },
    'ghcr.io',
    BASIC,
  ],
  [
    'an identity token',
    { auths: { 'ghcr.io': { auth, identitytoken: 'idt' } } },
    'ghcr.io',
    { type: 'refreshToken', refreshToken: 'idt' },
  ],
  [
    'a registry token',
    { auths: { 'ghcr.io': { auth, registrytoken: 'rt' } } },
    'ghcr.io',
    { type: 'token', token: 'rt' },
  ],
  [
    'a password padded of old',
    { auths: { 'ghcr.io': { auth: base64('u:p:q\0\0') } } },
    'ghcr.io',
    BASIC,
  ],
  ['no base64', { auths: { 'ghcr.io': { auth: '!!' } } }, 'ghcr.io', undefined],
  [
    'base64 of no pair',
    { auths: { 'ghcr.io': { auth: base64('up') } } },
    'ghcr.io',
    undefined,
  ],
  ['an empty entry', { auths: { 'ghcr.io': {} } }, 'ghcr.io', NONE],
  [
    'the store before the file',
    { auths: { 'ghcr.io': { auth } }, credsStore: 'pass' },
    'ghcr.io',
    'helper pass',
  ],
  [
    'a helper before the store',
    { credsStore: 'pass', credHelpers: { 'ghcr.io': 'gh' } },
    'ghcr.io',
    'helper gh',
  ],
  [
    'the store beside another helper',
    { credsStore: 'pass', credHelpers: { 'ghcr.io': 'gh' } },
    'quay.io',
    'helper pass',
  ],
  [
    'no helper, in so many words',
    {
      auths: { 'r.dev': { auth } },
      credsStore: 'pass',
      credHelpers: { 'r.dev': '' },
    },
    'r.dev',
    BASIC,
  ],
  [
    'null for nothing',
    {
      auths: { 'ghcr.io': { auth, identitytoken: null } },
      credsStore: null,
      credHelpers: null,
    },
    'ghcr.io',
    BASIC,
  ],
  ['a name of every object', { auths: {} }, 'constructor', NONE],
])('finds %s', (_, config, host, expected) => {
  expect(lookUp(config, host)).toEqual(expected);
});

it.each<[string, string, Credential]>([
  ['bot', 's', { type: 'basic', username: 'bot', password: 's' }],
  ['<token>', 's', { type: 'refreshToken', refreshToken: 's' }],
  ['', '', { type: 'none' }],
])('reads the answer of a helper for %j', (Username, Secret, expected) => {
  expect(answerCredential({ Username, Secret })).toEqual(expected);
});

it('asks helpers by the name that clients store under', () => {
  expect(serverUrlOf('ghcr.io')).toBe('ghcr.io');
  expect(serverUrlOf('docker.io')).toBe('https://index.docker.io/v1/');
});

it.each<[string, string, boolean]>([
  ['ghcr.io', 'ghcr.io', true],
  ['https://ghcr.io', 'ghcr.io', true],
  ['https://index.docker.io/v1/', 'docker.io', true],
  ['https://ghcr.io.evil.dev', 'ghcr.io', false],
  ['https://ghcr.io/other', 'ghcr.io', false],
  ['https://evil.dev/ghcr.io', 'ghcr.io', false],
  ['quay.io', 'ghcr.io', false],
])('is %s the registry %s? %s', (serverUrl, host, expected) => {
  expect(sameRegistry(serverUrl, host)).toBe(expected);
});
