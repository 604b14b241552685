import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedRoot } from '../verification';
import { loadRoot } from './loadRoot';
import { Problems } from './problems';
import { RootConfig } from './types';

/** Certificates of our own making, of an organisation `GitHub, Inc.` and of its fans. */
const GITHUB =
  'MIIBxzCCAW2gAwIBAgIUCSjrrdVXoIDJOJUDKgg2r92NYi0wCgYIKoZIzj0EAwIwODEVMBMGA1UECgwMR2l0SHViLCBJbmMuMR8wHQYDVQQDDBZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MCAXDTI2MTEyMzA1MDYyMVoYDzIxMjYxMDMwMDUwNjIxWjA4MRUwEwYDVQQKDAxHaXRIdWIsIEluYy4xHzAdBgNVBAMMFkludGVybmFsIFNlcnZpY2VzIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASGCE9pgYQ4okpPZYr4ibTGSdirskXFgzLshtdu5P9gY0PVI1Qg1ssD2sv4eIkkcbgJeH1hxMsFg4MbAqdoGz9Qo1MwUTAdBgNVHQ4EFgQUyOP3kCTwbPT9+Lq/85sF0hGX0gcwHwYDVR0jBBgwFoAUyOP3kCTwbPT9+Lq/85sF0hGX0gcwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAj0LJPQF7VvGOmaZQpGonYAaU/697b4eD1omdv6WHA1gIhAMJIaIRN6cRy/59ZedIZ302ll4jhMlX3OblN+9iAS2ya';
const FANS =
  'MIIB0jCCAXegAwIBAgIUK7iXVbsy15yzalNHvKAleX2AfGQwCgYIKoZIzj0EAwIwPTEaMBgGA1UECgwRR2l0SHViLCBJbmMuIEZhbnMxHzAdBgNVBAMMFkludGVybmFsIFNlcnZpY2VzIFJvb3QwIBcNMjYxMTIzMDUwNjIxWhgPMjEyNjEwMzAwNTA2MjFaMD0xGjAYBgNVBAoMEUdpdEh1YiwgSW5jLiBGYW5zMR8wHQYDVQQDDBZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf+Y/njy4NYu/f6d0xTym1Bg5ba23hBrZmMiw1P6d6KsO9TmGoy6cHq5/z6FuSdDwxoi1QK2zv+S2OgtFdAkDSqNTMFEwHQYDVR0OBBYEFO9EbmP3Bi6QlBwwIZDfT9xlGsdjMB8GA1UdIwQYMBaAFO9EbmP3Bi6QlBwwIZDfT9xlGsdjMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAMa1az0vq3PKxQ+BxzcA2eUx/J+zE/UKER9fuQ9/vIxgAiEA2yO4F+LF2jYaEofkcnsVzc5LeE373UzbIFD2atZf718=';
const authority = (rawBytes: string) => ({
  // Hints, which anybody writes: they are not what decides.
  subject: { organization: 'GitHub, Inc.' },
  uri: 'fulcio.githubapp.com',
  certChain: { certificates: [{ rawBytes }] },
});
const rootOf = (...certificateAuthorities: unknown[]) => ({
  mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  certificateAuthorities,
});
const { trustedRoot: PUBLIC, tufRoot } = embeddedRoot();
const OWN = rootOf(authority(GITHUB), authority(GITHUB));
const line = (value: unknown) => JSON.stringify(value);
const GO_TUF = readFileSync(
  join(__dirname, '../trust/__fixtures__/go-tuf/1.root.json'),
  'utf8',
);

async function load(source: RootConfig['source'], text: string) {
  const problems = new Problems();
  const loaded = await loadRoot(
    {
      ...{ id: 'a', source, demo: false },
      refresh: { intervalMs: 1, maxAgeMs: 2 },
      thresholds: { tlog: 0, ctlog: 0, timestamp: 1 },
    },
    {
      readText: async () => text,
      production: false,
      problems,
      now: new Date('2026-11-22T00:00:00Z'),
    },
  );
  return { root: loaded.at(0), problems: problems.lines.join('\n') };
}

describe("a file of GitHub's own root", () => {
  const github = { type: 'github', path: 'a.jsonl' } as const;

  it.each([
    [
      'as gh attestation trusted-root writes it',
      `${line(PUBLIC)}\n${line(OWN)}\n`,
    ],
    ['its line alone', line(OWN)],
    ['pretty-printed', JSON.stringify(OWN, undefined, 2)],
    ['with the line ends of Windows', `${line(OWN)}\r\n${line(PUBLIC)}\r\n`],
  ])('is read %s', async (_, text) => {
    const { root, problems } = await load(github, text);
    expect(problems).toBe('');
    expect(root?.input).toMatchObject({ type: 'github', trustedRoot: OWN });
  });

  it.each([
    [
      'of the public instance alone',
      line(PUBLIC),
      /none of its 1 roots is GitHub's own.*gh attestation trusted-root/,
    ],
    [
      'that only says so',
      line(rootOf(authority(FANS))),
      /none of its 1 roots is GitHub's own/,
    ],
    [
      "with somebody else beside GitHub's",
      line(rootOf(authority(GITHUB), authority(FANS))),
      /none of its 1 roots/,
    ],
    ['without authorities', line(rootOf()), /none of its 1 roots/],
    ['with two of them', `${line(OWN)}\n${line(OWN)}`, /2 of its roots/],
    ['cut off', `${line(PUBLIC)}\n{"media`, /line 2 is not JSON/],
    ['of too many lines', '1\n'.repeat(17), /more than 16 lines/],
    ['of nothing', '', /none of its 0 roots/],
    ['of junk', line([{ certificateAuthorities: [null] }, 7]), /none of its/],
  ])('is refused when it is one %s', async (_, text, expected) => {
    const { root, problems } = await load(github, text);
    expect(root).toBeUndefined();
    expect(problems).toMatch(
      /^chartProvenance\.trust\.roots\[a\]\.path: cannot be read as what gh/,
    );
    expect(problems).toMatch(expected);
  });
});

describe('the first root of a TUF repository', () => {
  const tuf = {
    type: 'tuf',
    url: 'https://tuf.example',
    rootPath: 'root.json',
    target: 'trusted_root.json',
    allowPrivateAddress: false,
  } as const;

  it.each([
    ['of the public instance', tufRoot],
    ['by go-tuf', GO_TUF],
  ])('is read: one %s', async (_, text) => {
    const { root, problems } = await load(tuf, text);
    expect(problems).toBe('');
    expect(root).toEqual({
      input: {
        ...{ id: 'a', type: 'tuf' },
        thresholds: { tlog: 0, ctlog: 0, timestamp: 1 },
      },
      firstRoot: text,
    });
  });

  it.each([
    ['no JSON', 'x', /JSON/],
    ['a trusted root', line(PUBLIC), /signed/],
    [
      'signed by nobody',
      tufRoot.replace(/"sig": ?"[0-9a-f]+"/g, '"sig":"00"'),
      /root was signed by 0\//,
    ],
    ['changed', tufRoot.replace(/2027-/, '2127-'), /root was signed by 0\//],
    ['endless', ' '.repeat(200_000), /128 KiB/],
  ])('is refused when it is %s', async (_, text, expected) => {
    const { root, problems } = await load(tuf, text);
    expect(root).toBeUndefined();
    expect(problems).toMatch(
      /^chartProvenance\.trust\.roots\[a\]\.rootPath: cannot be read as/,
    );
    expect(problems).toMatch(expected);
  });
});
