import { performance } from 'node:perf_hooks';
import { MAX_PROVENANCE_FILE_BYTES } from '../../evidence';
import { CHART, PgpLab, TEXT } from './__testUtils__/PgpLab';

let lab: PgpLab;
let genuine: string;

beforeAll(async () => {
  lab = await PgpLab.create();
  genuine = await lab.sign(TEXT);
});

/** Fills what is left of the bytes that are read. */
function filled(unit: string, bytes = MAX_PROVENANCE_FILE_BYTES - 2048) {
  const times = Math.floor(bytes / Buffer.byteLength(unit));
  return unit.repeat(times);
}

function keys(): string {
  let text = '';
  for (let at = 0; at < 9_900; at++) {
    text += `k${at}: aaaaaaaaaaaaa\n`;
  }
  return text;
}

/** The armor of the signature, with other bytes in it. */
function withSignature(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n');
  const [text] = genuine.split('-----BEGIN PGP SIGNATURE-----');
  return `${text}-----BEGIN PGP SIGNATURE-----\n\n${lines}\n-----END PGP SIGNATURE-----\n`;
}

function signatureBytes(): Buffer {
  const body =
    /SIGNATURE-----\r?\n\r?\n([\s\S]*?)\r?\n(?:=.{4}\r?\n)?-----END/.exec(
      genuine,
    )?.[1];
  return Buffer.from(body ?? '', 'base64');
}

describe('a provenance file by somebody without the key', () => {
  it.each<[string, () => string | Uint8Array, string]>([
    ['nothing', () => '', 'bad-signature'],
    [
      'more than is read',
      () => filled('a', MAX_PROVENANCE_FILE_BYTES + 1),
      'evidence-too-large',
    ],
    ['line breaks alone', () => filled('\n'), 'evidence-too-large'],
    ['what is no UTF-8', () => Buffer.from([0xff, 0xfe]), 'bad-signature'],
    ['a byte order mark', () => `\ufeff${genuine}`, 'bad-signature'],
    [
      'a control character',
      () => genuine.replace('name: sample', 'name: sample\u0000'),
      'bad-signature',
    ],
    [
      'a carriage return on its own, a line break for YAML and not for OpenPGP',
      () => genuine.replace('apiVersion: v2', 'apiVersion: v2\rname: other'),
      'bad-signature',
    ],
    [
      'a thousand hashes',
      () =>
        genuine.replace(/^Hash: .*$/m, 'Hash: SHA512\n'.repeat(1000).trim()),
      'bad-signature',
    ],
    [
      'a line that looks like armor',
      () =>
        genuine.replace(
          'name: sample',
          '-----BEGIN PGP MESSAGE-----\nname: sample',
        ),
      'bad-signature',
    ],
    [
      'another message in the text',
      () => genuine.replace('apiVersion', `${genuine}\napiVersion`),
      'bad-signature',
    ],
    [
      'a signature of no bytes',
      () => withSignature(Buffer.alloc(0)),
      'bad-signature',
    ],
    [
      'two signatures',
      () => withSignature(Buffer.concat([signatureBytes(), signatureBytes()])),
      'unsupported-format',
    ],
    [
      'as many signatures as fit',
      () =>
        withSignature(
          Buffer.concat(Array.from({ length: 50 }, signatureBytes)),
        ),
      'unsupported-format',
    ],
    [
      'a thousand signatures',
      () =>
        withSignature(
          Buffer.concat(Array.from({ length: 1000 }, signatureBytes)),
        ),
      'evidence-too-large',
    ],
    [
      'a marker before the signature, which the library skips',
      () =>
        withSignature(
          Buffer.concat([Buffer.from('ca03504750', 'hex'), signatureBytes()]),
        ),
      'bad-signature',
    ],
    [
      'padding behind the signature, which the library skips',
      () =>
        withSignature(
          Buffer.concat([signatureBytes(), Buffer.from('d50100', 'hex')]),
        ),
      'unsupported-format',
    ],
    [
      'a packet whose length is left open',
      () => withSignature(Buffer.from([0xc2, 0xe0, 0x04])),
      'bad-signature',
    ],
    [
      'a packet that is cut off',
      () => withSignature(signatureBytes().subarray(0, -1)),
      'bad-signature',
    ],
    [
      'a signature of version 3',
      () => {
        const bytes = Buffer.from(signatureBytes());
        bytes[bytes[0] < 0xc0 ? (bytes[0] & 3) + 2 : 2] = 3;
        return withSignature(bytes);
      },
      'unsupported-format',
    ],
    [
      'a signature with one bit changed',
      () => {
        const bytes = Buffer.from(signatureBytes());
        bytes[bytes.length - 1] ^= 1;
        return withSignature(bytes);
      },
      'bad-signature',
    ],
    ['a public key for a signature', () => lab.armored, 'bad-signature'],
  ])('is refused: %s', async (_, prov, code) => {
    const outcome = await lab.verify(prov());
    expect(outcome).toMatchObject({ outcome: 'failed', code });
  });

  it('is accepted when it is genuine, lest the table above prove nothing', async () => {
    expect(await lab.verify(genuine)).toMatchObject({ outcome: 'proven' });
    expect(await lab.verify(withSignature(signatureBytes()))).toMatchObject({
      outcome: 'proven',
    });
  });
});

describe('a text by somebody with the key', () => {
  const sums = `\n...\nfiles:\n  sample-1.2.0.tgz: ${CHART.chartLayerDigest}\n`;

  it.each<[string, string, string]>([
    ['a bomb of aliases', `a: &a [x]\nb: [*a, *a]\n${TEXT}`, 'proven'],
    [
      'an alias for the name',
      TEXT.replace('name: sample', 'a: &a sample\nname: *a'),
      'bad-signature',
    ],
    [
      'a name that is a list',
      TEXT.replace('name: sample', 'name:\n- sample'),
      'bad-signature',
    ],
    ['no name', TEXT.replace('name: sample\n', ''), 'bad-signature'],
    [
      'a name with a merge key',
      TEXT.replace('name: sample', '<<: {name: sample}'),
      'bad-signature',
    ],
    [
      'the documents in one map',
      `{name: sample, version: 1.2.0}${sums}`,
      'bad-signature',
    ],
    ['a quoted key', TEXT.replace('name:', '"name":'), 'bad-signature'],
    ['a document start', `---\n${TEXT}`, 'bad-signature'],
    ['a directive', `%YAML 1.1\n---\n${TEXT}`, 'bad-signature'],
    [
      'a digest by another algorithm',
      TEXT.replace(/sha256:a+/, `sha512:${'a'.repeat(128)}`),
      'bad-signature',
    ],
    [
      'a digest in upper case',
      TEXT.replace(/sha256:a+/, `sha256:${'A'.repeat(64)}`),
      'bad-signature',
    ],
    [
      'a digest beside others',
      TEXT.replace('files:', 'images:\n  a: b\nfiles:'),
      'bad-signature',
    ],
    [
      'a name longer than any',
      TEXT.replace('name: sample', `name: ${'a'.repeat(2000)}`),
      'bad-signature',
    ],
    ['a key of the prototype', `__proto__: x\n${TEXT}`, 'bad-signature'],
    [
      'a file of the prototype',
      TEXT.replace('sample-1.2.0.tgz', '__proto__'),
      'bad-signature',
    ],
    [
      'a version that YAML could take for a number',
      TEXT.replace(/1\.2\.0/g, '1.20'),
      'name-or-version-mismatch',
    ],
  ])('%s: %s', async (what, text, expected) => {
    const outcome = await lab.verify(await lab.sign(text));
    expect([what, outcome.code ?? outcome.outcome]).toEqual([what, expected]);
  });

  it('is compared as text, also where YAML knows numbers', async () => {
    const prov = await lab.sign(TEXT.replace(/1\.2\.0/g, '1.20'));
    const outcome = await lab.verify(prov, {
      chart: { ...CHART, version: '1.20' },
    });
    expect(outcome.outcome).toBe('proven');
  });

  it.each<[string, string]>([
    ['lines', `a:\n${filled(`  ${'x'.repeat(24)}\n`, 250_000)}${TEXT}`],
    ['spaces', `a: ${filled(' ')}x\n${TEXT}`],
    ['brackets', `a: ${filled('[')}\n${TEXT}`],
    ['braces', `a: ${filled('{')}\n${TEXT}`],
    ['dashes', `a:\n${filled('- ')}\n${TEXT}`],
    ['keys', `${keys()}${TEXT}`],
    ['separators', TEXT.replace('\n...\n', '\n...\n'.repeat(4_900))],
    ['sums', `${TEXT}${filled(`  ${'a'.repeat(30)}: b\n`, 250_000)}`],
    ['colons', `a${filled(':')}\n${TEXT}`],
    ['keys in a key', TEXT.replace('name:', `name: ${': '.repeat(480)}`)],
    ['one name', TEXT.replace('name: sample', `name: ${filled('[')}`)],
  ])('does not stall by its %s', async (_, text) => {
    const prov = await lab.sign(text);
    expect(prov.length).toBeLessThanOrEqual(MAX_PROVENANCE_FILE_BYTES);
    const began = performance.now();
    await lab.verify(prov);
    // Far above what it takes (see docs/threat-model.md), far below what a library for all of YAML does.
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
