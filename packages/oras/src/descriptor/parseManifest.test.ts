import { describeManifest } from './describeManifest';
import { digestOf } from './digestOf';
import { MEDIA_TYPES } from './mediaTypes';
import { parseManifest } from './parseManifest';
import { verifyContent } from './verifyContent';

const encode = (value: unknown) =>
  new TextEncoder().encode(
    typeof value === 'string' ? value : JSON.stringify(value),
  );
const descriptor = {
  mediaType: 'application/x',
  digest: digestOf(encode('x')),
  size: 1,
};
const manifest = { schemaVersion: 2, config: descriptor, layers: [descriptor] };
const index = { schemaVersion: 2, manifests: [descriptor] };

describe('parseManifest', () => {
  it('reads manifests and indexes, with or without a media type', () => {
    expect(parseManifest(encode(manifest))).toMatchObject({ kind: 'manifest' });
    expect(
      parseManifest(
        encode({
          ...index,
          mediaType: MEDIA_TYPES.imageIndex,
          subject: descriptor,
        }),
      ),
    ).toMatchObject({ kind: 'index', subject: descriptor });
    expect(
      parseManifest(encode({ schemaVersion: 2, manifests: null })),
    ).toMatchObject({ kind: 'index', manifests: [] });
  });

  it('drops annotations that are none, and keeps nothing of urls', () => {
    const layer = { ...descriptor, urls: ['http://x'], annotations: { a: 1 } };
    const read = parseManifest(encode({ ...manifest, layers: [layer] }));
    expect(read).toMatchObject({ layers: [descriptor] });
    expect(JSON.stringify(read)).not.toContain('http://x');
  });

  it('keeps annotations that are texts, at home in no prototype', () => {
    const json = JSON.stringify({ ...manifest, annotations: { a: 'b' } });
    const read = parseManifest(
      encode(json.replace('"a":', '"__proto__":"x","a":')),
    );
    expect(read.annotations).toEqual({ a: 'b' });
    for (const annotations of [['a'], 'a', null, { a: {} }]) {
      const other = parseManifest(encode({ ...manifest, annotations }));
      expect(other.annotations).toBeUndefined();
    }
  });

  const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
  const withLayer = (layer: object) => ({
    ...manifest,
    layers: [{ ...descriptor, ...layer }],
  });
  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'malformed-response'],
    ['a byte order mark', '\uFEFF{}', 'malformed-response'],
    ['an array', [], 'malformed-response'],
    ['too deep', `{"schemaVersion":2,"x":${deep}}`, 'malformed-response'],
    ['schema version 1', { schemaVersion: 1 }, 'unsupported'],
    [
      'manifest and index at once',
      { ...manifest, ...index },
      'malformed-response',
    ],
    [
      'an index that says it is a manifest',
      { ...index, mediaType: MEDIA_TYPES.imageManifest },
      'malformed-response',
    ],
    ['an unknown type', { ...manifest, mediaType: 'a/b' }, 'unsupported'],
    [
      'no layers',
      { schemaVersion: 2, config: descriptor },
      'malformed-response',
    ],
    [
      'a short digest',
      withLayer({ digest: 'sha256:4f' }),
      'malformed-response',
    ],
    [
      'a path as digest',
      withLayer({ digest: '../../x' }),
      'malformed-response',
    ],
    ['a negative size', withLayer({ size: -1 }), 'malformed-response'],
    ['a broken size', withLayer({ size: 1.5 }), 'malformed-response'],
    ['a size as text', withLayer({ size: '1' }), 'malformed-response'],
    [
      'a media type with a line break',
      withLayer({ mediaType: 'a/b\r\nx' }),
      'malformed-response',
    ],
    [
      'a bad subject',
      { ...manifest, subject: { digest: 'x' } },
      'malformed-response',
    ],
    ['4 MiB and more', ' '.repeat(4 * 1024 * 1024 + 1), 'too-large'],
  ])('refuses %s', (_, value, code) => {
    expect(() => parseManifest(encode(value))).toThrow(
      expect.objectContaining({ name: 'OrasError', code }),
    );
  });
});

describe('describeManifest', () => {
  it.each([
    [manifest, undefined, MEDIA_TYPES.imageManifest],
    [index, 'application/json', MEDIA_TYPES.imageIndex],
    [
      manifest,
      `${MEDIA_TYPES.dockerManifest}; charset=utf-8`,
      MEDIA_TYPES.dockerManifest,
    ],
    [
      { ...index, mediaType: MEDIA_TYPES.imageIndex },
      undefined,
      MEDIA_TYPES.imageIndex,
    ],
  ])('%#: finds the media type', (value, contentType, mediaType) => {
    const bytes = encode(value);
    expect(describeManifest(bytes, contentType)).toEqual({
      mediaType,
      digest: digestOf(bytes),
      size: bytes.length,
    });
  });

  it('refuses contradictions and other bytes than asked for', () => {
    const typed = encode({ ...index, mediaType: MEDIA_TYPES.imageIndex });
    expect(() => describeManifest(typed, MEDIA_TYPES.imageManifest)).toThrow(
      expect.objectContaining({ code: 'malformed-response' }),
    );
    expect(() => describeManifest(typed, undefined, descriptor.digest)).toThrow(
      expect.objectContaining({ code: 'digest-mismatch' }),
    );
    expect(() => describeManifest(encode({ ...manifest, ...index }))).toThrow(
      expect.objectContaining({ code: 'malformed-response' }),
    );
  });
});

describe('verifyContent', () => {
  it('knows the published SHA-256 and SHA-512 of "abc"', () => {
    const size = 3;
    expect.assertions(0);
    verifyContent(
      {
        digest:
          'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        size,
      },
      encode('abc'),
    );
    verifyContent(
      {
        digest:
          'sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
        size,
      },
      encode('abc'),
    );
  });

  it('refuses other bytes and other lengths', () => {
    expect(() => verifyContent(descriptor, encode('y'))).toThrow(
      expect.objectContaining({ code: 'digest-mismatch' }),
    );
    expect(() =>
      verifyContent({ ...descriptor, size: 2 }, encode('x')),
    ).toThrow(expect.objectContaining({ code: 'size-mismatch' }));
  });
});
