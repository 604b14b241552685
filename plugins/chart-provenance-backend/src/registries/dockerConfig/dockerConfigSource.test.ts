import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { rename, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CredentialError } from '../CredentialError';
import { dockerConfigSource } from './dockerConfigSource';

const SECRET = 'hunter22-of-the-helper';
const entry = (password: string) => ({
  auth: Buffer.from(`u:${password}`).toString('base64'),
});
const basic = (password: string) => ({
  type: 'basic',
  username: 'u',
  password,
});

let folder: string;
let now: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docker-config-'));
  now = 0;
});
afterEach(() => rm(folder, { recursive: true }));

/**
 * A helper as `github.com/docker/docker-credential-helpers` 0.9.12 makes them: the same words, line ends and exit codes.
 * What it was given is written down beside it.
 */
async function helper(name: string, answer: string) {
  const log = JSON.stringify(join(folder, `${name}.log`));
  const script = `#!/usr/bin/env node
const { readFileSync, appendFileSync } = require('node:fs');
const url = readFileSync(0, 'utf8');
appendFileSync(${log}, JSON.stringify({ args: process.argv.slice(2), url, env: process.env, pid: process.pid }) + '\\n');
const print = (answer, code = 0) => { process.stdout.write(answer + '\\n'); process.exitCode = code; };
const found = (Username, Secret, ServerURL = url) => print(JSON.stringify({ ServerURL, Username, Secret }));
${answer}
`;
  const path = join(folder, `docker-credential-${name}`);
  await writeFile(path, script, { mode: 0o700 });
}

async function calls(name: string) {
  const text = await readFile(join(folder, `${name}.log`), 'utf8').catch(
    () => '',
  );
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
}

function source(
  host: string,
  auth: { path?: string; environment?: string[] } = {},
) {
  const { environment = [], path = join(folder, 'config.json') } = auth;
  const made = dockerConfigSource(
    { host, auth: { type: 'dockerConfig', path, environment } },
    {
      env: {
        PATH: [folder, dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
        HOME: folder,
        BACKEND_SECRET: SECRET,
        AWS_REGION: 'eu-central-1',
      },
      now: () => now,
    },
  );
  return async (signal?: AbortSignal) =>
    (await made.credentials({ host, repository: 'acme/x', signal })).credential;
}

const write = (config: unknown) =>
  writeFile(join(folder, 'config.json'), JSON.stringify(config));

describe('the file', () => {
  it('is read again when a mounted secret is swapped', async () => {
    // As kubelet does it: config.json → ..data/config.json, ..data → a folder for each version.
    for (const version of ['one', 'two']) {
      await mkdir(join(folder, version));
      const config = { auths: { 'ghcr.io': entry(version) } };
      await writeFile(
        join(folder, version, 'config.json'),
        JSON.stringify(config),
      );
    }
    await symlink('one', join(folder, '..data'));
    await symlink('..data/config.json', join(folder, 'config.json'));
    const read = source('ghcr.io');
    expect(await read()).toEqual(basic('one'));
    await symlink('two', join(folder, '..data_tmp'));
    await rename(join(folder, '..data_tmp'), join(folder, '..data'));
    expect(await read()).toEqual(basic('two'));
  });

  it('is read again when it is written again', async () => {
    await write({ auths: { 'ghcr.io': entry('one') } });
    const read = source('ghcr.io');
    expect(await read()).toEqual(basic('one'));
    await write({ auths: { 'ghcr.io': entry('longer') } });
    expect(await read()).toEqual(basic('longer'));
    await rm(join(folder, 'config.json'));
    await expect(read()).rejects.toMatchObject({ failure: 'missing' });
  });

  it('that does not know the registry leads to none', async () => {
    await write({ auths: { 'quay.io': entry('one') } });
    expect(await source('ghcr.io')()).toEqual({ type: 'none' });
  });

  it.each([
    ['no JSON', '{"auths": {"ghcr.io": {"auth": "c2VjcmV0"', 'misbehaved'],
    ['another form', '["c2VjcmV0"]', 'misbehaved'],
    [
      'an entry of another form',
      '{"auths":{"ghcr.io":"c2VjcmV0"}}',
      'misbehaved',
    ],
    ['no pair', '{"auths":{"ghcr.io":{"auth":"c2VjcmV0"}}}', 'misbehaved'],
    ['too much', ' '.repeat(1024 * 1024 + 1), 'misbehaved'],
  ])('with %s fails, and repeats nothing of it', async (_, text, failure) => {
    await writeFile(join(folder, 'config.json'), text);
    const error: CredentialError = await source('ghcr.io')().catch(e => e);
    expect(error).toMatchObject({ name: 'OrasError', failure, code: 'denied' });
    expect(error.message).toMatch(/^ghcr\.io: the .*\. Whoever .*\.$/);
    expect(error.message).not.toMatch(/c2VjcmV0|secret/);
    expect(error.message).not.toContain(folder);
  });
});

it.each(['a folder', 'a pipe'])('the path of %s fails', async kind => {
  const path = join(folder, 'config.json');
  if (kind === 'a folder') {
    await mkdir(path);
  } else {
    execFileSync('mkfifo', [path]);
  }
  await expect(source('ghcr.io')()).rejects.toMatchObject({
    failure: 'misbehaved',
    message: expect.stringContaining('may not read'),
  });
});

describe('a helper', () => {
  it('is asked by its protocol, once for a while', async () => {
    await helper('keys', `found('u', '${SECRET}');`);
    await write({ credHelpers: { 'ghcr.io': 'keys' } });
    const read = source('ghcr.io', { environment: ['AWS_REGION'] });
    expect(await Promise.all([read(), read()])).toEqual([
      basic(SECRET),
      basic(SECRET),
    ]);
    expect(await read()).toEqual(basic(SECRET));
    const [call, ...more] = await calls('keys');
    expect(more).toEqual([]);
    expect(call).toMatchObject({ args: ['get'], url: 'ghcr.io' });
    // Nothing of the backend's environment but what is named.
    expect(Object.keys(call.env).sort()).toEqual([
      'AWS_REGION',
      'HOME',
      'PATH',
    ]);
    now += 5 * 60_000;
    await read();
    expect(await calls('keys')).toHaveLength(2);
  });

  it('gives an identity token, and none where it has none', async () => {
    await helper('hub', `found('<token>', 'idt');`);
    await helper(
      'empty',
      `print('credentials not found in native keychain', 1);`,
    );
    await write({ credHelpers: { 'docker.io': 'hub', 'ghcr.io': 'empty' } });
    expect(await source('docker.io')()).toEqual({
      type: 'refreshToken',
      refreshToken: 'idt',
    });
    expect((await calls('hub'))[0].url).toBe('https://index.docker.io/v1/');
    expect(await source('ghcr.io')()).toEqual({ type: 'none' });
  });

  it.each([
    [
      'answers for another registry',
      `found('u', '${SECRET}', 'https://quay.io');`,
      'misbehaved',
      /answered for another registry/,
    ],
    [
      'fails',
      `process.stderr.write('${SECRET}'); print('no key: ${SECRET}', 2);`,
      'refused',
      /failed with exit code 2/,
    ],
    ['answers no JSON', `print('${SECRET}');`, 'misbehaved', /something else/],
    [
      'answers half',
      `print(JSON.stringify({ Secret: '${SECRET}' }));`,
      'misbehaved',
      /something else/,
    ],
    [
      'answers without end',
      `setInterval(() => process.stdout.write('${SECRET}'.repeat(1000)), 1);`,
      'misbehaved',
      /without end/,
    ],
  ])('that %s gives nothing', async (_, answer, failure, message) => {
    await helper('keys', answer);
    await write({ credsStore: 'keys' });
    const error: CredentialError = await source('ghcr.io')().catch(e => e);
    expect(error).toMatchObject({ failure, host: 'ghcr.io' });
    expect(error.message).toMatch(message);
    expect(
      JSON.stringify([error, `${error.cause}`, error.stack]),
    ).not.toContain(SECRET);
  });

  it.each([
    '../keys',
    '/bin/sh',
    'keys;id',
    'keys get',
    '$(id)',
    'Keys',
    '-keys',
    'ke\u0000ys',
  ])('named %j is not run', async name => {
    await helper('keys', `found('u', 'p');`);
    await write({ credsStore: name });
    await expect(source('ghcr.io')()).rejects.toMatchObject({
      failure: 'misbehaved',
    });
    expect(await calls('keys')).toEqual([]);
  });

  it('that is not installed is said to be missing', async () => {
    await write({ credsStore: 'absent' });
    await expect(source('ghcr.io')()).rejects.toMatchObject({
      failure: 'missing',
      message:
        'ghcr.io: the credential helper docker-credential-absent is not installed in the backend. Whoever runs the backend installs the helper there and signs in with it.',
    });
  });

  it('that hangs is ended with whatever it started', async () => {
    await helper(
      'slow',
      `const { spawn } = require('node:child_process');
       const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'inherit' });
       appendFileSync(${JSON.stringify(
         join(folder, 'other.log'),
       )}, JSON.stringify({ pid: other.pid }) + '\\n');
       setInterval(() => {}, 1e6);`,
    );
    await write({ credsStore: 'slow' });
    const walk = new AbortController();
    const failed = source('ghcr.io')(walk.signal).catch(error => error);
    let pids: number[] = [];
    while (pids.length < 2) {
      await new Promise(resolve => setTimeout(resolve, 20));
      pids = [...(await calls('slow')), ...(await calls('other'))].map(
        ({ pid }) => pid,
      );
    }
    walk.abort();
    expect(await failed).toMatchObject({ code: 'aborted' });
    for (const pid of pids) {
      while (isRunning(pid)) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    }
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
