import { CompressionStream, DecompressionStream } from 'node:stream/web';
import { gzipSync } from 'node:zlib';
import { readFragment, writeFragment } from './sharedText';

const TEXTS = [
  '',
  'oci://ghcr.io/acme/charts/payments:1.8.2',
  'a=b&c#d%20e+f\r\n\0\u202E',
  '😀 ä \u{10FFFF}',
  'helm push payments.tgz oci://ghcr.io/acme\n'.repeat(500),
];

function pack(text: string): string {
  return gzipSync(text).toString('base64url');
}

describe('a text in the fragment of a link', () => {
  describe.each([true, false])('with compression %p', compression => {
    beforeEach(() => {
      for (const [name, value] of Object.entries({
        CompressionStream,
        DecompressionStream,
      })) {
        Object.defineProperty(globalThis, name, {
          value: compression ? value : undefined,
          configurable: true,
        });
      }
    });

    it.each(TEXTS)('comes back as it was: %j', async text => {
      const shared = { text, filename: 'a b.yaml' };
      const fragment = await writeFragment(shared);
      const fits = compression || text.length < 6_000;
      expect((fragment?.length ?? Infinity) <= 8 * 1024).toBe(fits);
      expect(fragment && (await readFragment(`#${fragment}`))).toEqual(
        fits ? shared : null,
      );
    });

    it('is refused when it does not fit', async () => {
      const random = Array.from({ length: 9_000 }, () =>
        String.fromCharCode(33 + Math.floor(Math.random() * 90)),
      ).join('');
      expect(await writeFragment({ text: random, filename: '' })).toBeNull();
    });

    it.each([
      ['#', 'no text'],
      ['#state=abc', 'somebody else’s fragment'],
      ['#text=%E4', 'no base64'],
      [`#text=${btoa('\xff\xfe')}`, 'no UTF-8'],
      ['#gz=AAAA', 'no gzip'],
      [`#gz=${pack('abc').slice(0, -4)}`, 'cut off'],
      [`#gz=${pack('x'.repeat(256 * 1024 + 1))}`, 'far too long once unpacked'],
      [`#text=${'A'.repeat(8 * 1024)}`, 'too long'],
    ])('is nothing when it cannot be read: %.30s (%s)', async hash => {
      expect(await readFragment(hash)).toBeNull();
    });
  });
});
