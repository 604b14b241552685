import { formatReference } from './formatReference';
import {
  InvalidReferenceError,
  ReferenceProblem,
} from './InvalidReferenceError';
import { isDigest, parseDigest } from './parseDigest';
import { parseReference } from './parseReference';
import type { Reference } from './Reference';

const HEX = '4f1c'.repeat(16);
const SHA256 = `sha256:${HEX}` as const;
const SHA512 = `sha512:${HEX}${HEX}` as const;

const good: [text: string, reference: Reference][] = [
  ['ghcr.io/acme', { registry: 'ghcr.io', repository: 'acme' }],
  [
    'ghcr.io/acme/charts/payments:1.8.2',
    { registry: 'ghcr.io', repository: 'acme/charts/payments', tag: '1.8.2' },
  ],
  [
    `ghcr.io/acme/a@${SHA256}`,
    { registry: 'ghcr.io', repository: 'acme/a', digest: SHA256 },
  ],
  [
    `ghcr.io/acme/a:stable@${SHA512}`,
    {
      registry: 'ghcr.io',
      repository: 'acme/a',
      tag: 'stable',
      digest: SHA512,
    },
  ],
  ['GHCR.io/acme', { registry: 'ghcr.io', repository: 'acme' }],
  ['localhost/a', { registry: 'localhost', repository: 'a' }],
  [
    'localhost:5000/a:b',
    { registry: 'localhost:5000', repository: 'a', tag: 'b' },
  ],
  ['registry:443/a', { registry: 'registry:443', repository: 'a' }],
  ['10.0.0.7:5000/a/b', { registry: '10.0.0.7:5000', repository: 'a/b' }],
  ['[::1]:5000/a', { registry: '[::1]:5000', repository: 'a' }],
  ['[2001:DB8:0::1]/a', { registry: '[2001:db8::1]', repository: 'a' }],
  [
    'xn--bcher-kva.example/a',
    { registry: 'xn--bcher-kva.example', repository: 'a' },
  ],
  [
    'a-b.c:65535/a.b_c__d---e/0',
    { registry: 'a-b.c:65535', repository: 'a.b_c__d---e/0' },
  ],
  ['r.io/a:_', { registry: 'r.io', repository: 'a', tag: '_' }],
  [
    'r.io/a:1.0.0_b.1-C',
    { registry: 'r.io', repository: 'a', tag: '1.0.0_b.1-C' },
  ],
  [
    `r.io/a:${'t'.repeat(128)}`,
    { registry: 'r.io', repository: 'a', tag: 't'.repeat(128) },
  ],
  [
    `r.io/${'a'.repeat(255)}`,
    { registry: 'r.io', repository: 'a'.repeat(255) },
  ],
];

const bad: [text: string, problem: ReferenceProblem, position: number][] = [
  ['', 'empty', 0],
  [`r.io/${'a/'.repeat(600)}`, 'too-long', 1024],
  [' ghcr.io/acme', 'whitespace', 0],
  ['ghcr.io/acme\n', 'whitespace', 12],
  ['oci://ghcr.io/acme', 'scheme', 0],
  ['https://ghcr.io/acme', 'scheme', 0],
  ['acme/charts', 'missing-registry', 0],
  ['acme', 'missing-registry', 0],
  ['nginx:1.25', 'missing-registry', 0],
  ['/acme', 'missing-registry', 0],
  [`acme@${SHA256}`, 'missing-registry', 0],
  ['ghcr.io', 'missing-repository', 7],
  ['ghcr.io/', 'missing-repository', 8],
  ['ghcr.io/:tag', 'missing-repository', 8],
  ['localhost:5000', 'missing-repository', 14],
  ['gh_cr.io/acme', 'bad-registry', 2],
  ['-ghcr.io/acme', 'bad-registry', 0],
  ['ghcr..io/acme', 'bad-registry', 4],
  ['user@ghcr.io/acme', 'bad-registry', 4],
  ['bücher.example/acme', 'bad-registry', 1],
  ['1.2.3/acme', 'bad-registry', 0],
  ['300.1.1.1/acme', 'bad-registry', 0],
  ['0x7f.1/acme', 'bad-registry', 0],
  ['127.0.0.01/acme', 'bad-registry', 0],
  ['[::1/acme', 'bad-registry', 1],
  ['[zz]/acme', 'bad-registry', 1],
  ['[fe80::1%25eth0]/acme', 'bad-registry', 1],
  ['[::1]x/acme', 'bad-registry', 5],
  [`${'a.'.repeat(127)}io/acme`, 'bad-registry', 253],
  ['ghcr.io:/acme', 'bad-port', 8],
  ['ghcr.io:0/acme', 'bad-port', 8],
  ['ghcr.io:065/acme', 'bad-port', 8],
  ['ghcr.io:65536/acme', 'bad-port', 8],
  ['ghcr.io:80x/acme', 'bad-port', 10],
  ['[::1]:x/acme', 'bad-port', 6],
  ['ghcr.io/Acme/charts', 'uppercase-repository', 8],
  ['ghcr.io/acme/Charts:1', 'uppercase-repository', 13],
  ['ghcr.io//acme', 'bad-repository', 8],
  ['ghcr.io/acme/', 'bad-repository', 13],
  ['ghcr.io/acme/../other', 'bad-repository', 13],
  ['ghcr.io/a..b', 'bad-repository', 9],
  ['ghcr.io/a___b', 'bad-repository', 9],
  ['ghcr.io/-a', 'bad-repository', 8],
  ['ghcr.io/a-', 'bad-repository', 9],
  ['ghcr.io/a%2fb', 'bad-repository', 9],
  ['ghcr.io/a?b', 'bad-repository', 9],
  [`ghcr.io/${'a'.repeat(256)}`, 'repository-too-long', 263],
  ['ghcr.io/acme:', 'empty-tag', 13],
  [`ghcr.io/acme:@${SHA256}`, 'empty-tag', 13],
  ['ghcr.io/acme:1.0.0+b', 'bad-tag', 18],
  ['ghcr.io/acme:.1', 'bad-tag', 13],
  ['ghcr.io/acme:a/b', 'bad-tag', 14],
  ['ghcr.io/acme:a:b', 'bad-tag', 14],
  [`r.io/a:${'t'.repeat(129)}`, 'tag-too-long', 135],
  ['r.io/a@', 'empty-digest', 7],
  ['r.io/a@latest', 'bad-digest-algorithm', 7],
  [`r.io/a@md5:${HEX}`, 'bad-digest-algorithm', 7],
  [`r.io/a@SHA256:${HEX}`, 'bad-digest-algorithm', 7],
  ['r.io/a@sha256:', 'bad-digest-length', 14],
  ['r.io/a@sha256:4f1c', 'bad-digest-length', 18],
  [`r.io/a@${SHA256}0`, 'bad-digest-length', 78],
  [`r.io/a@sha512:${HEX}`, 'bad-digest-length', 78],
  [`r.io/a@sha256:${HEX.toUpperCase()}`, 'bad-digest-hex', 15],
  [`r.io/a@sha256:zz${HEX.slice(2)}`, 'bad-digest-hex', 14],
  [`r.io/a@${SHA256}@${SHA256}`, 'bad-digest-length', 78],
];

function problemOf(text: string): InvalidReferenceError {
  try {
    parseReference(text);
  } catch (error) {
    if (error instanceof InvalidReferenceError) {
      return error;
    }
    throw error;
  }
  throw new Error(`${text} was parsed`);
}

describe('parseReference', () => {
  it.each(good)('reads %s', (text, reference) => {
    expect(parseReference(text)).toEqual(reference);
    expect(parseReference(formatReference(reference))).toEqual(reference);
  });

  it.each(bad)('refuses %j: %s at %d', (text, problem, position) => {
    expect(problemOf(text)).toMatchObject({
      name: 'InvalidReferenceError',
      code: 'invalid-reference',
      text,
      problem,
      position,
    });
  });

  it('says what, where and how to mend it', () => {
    expect(problemOf('ghcr.io/Acme/Charts:1').message).toBe(
      '"ghcr.io/Acme/Charts:1": upper-case letter in the repository (at position 8); registries take lower case only, write acme/charts',
    );
    expect(problemOf('oci://ghcr.io/acme').fix).toBe('write ghcr.io/acme');
    expect(problemOf('ghcr.io/acme:1.0.0+b').fix).toContain('_ for +');
    expect(problemOf(`${'x'.repeat(2000)}`).message.length).toBeLessThan(300);
  });

  it('stays fast on long hostile input', () => {
    const start = performance.now();
    for (const text of ['a-'.repeat(500), 'a_'.repeat(500), '.'.repeat(1000)]) {
      problemOf(`r.io/${text}`);
      problemOf(`${text}/a`);
    }
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('parseDigest', () => {
  it('takes whole lower-case digests only', () => {
    expect(parseDigest(SHA256)).toBe(SHA256);
    expect(isDigest(SHA512)).toBe(true);
    expect(isDigest(`${SHA256}\n`)).toBe(false);
    expect(() => parseDigest(HEX)).toThrow(/begins with its algorithm/);
  });
});
