import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Mirror, sourceFrom } from '../__testUtils__/TrustFixture';
import { refreshOverTuf } from './refreshOverTuf';

const FOLDER = join(__dirname, '..', '__fixtures__', 'go-tuf');

/** By path, as a web server would have them. */
function filesOf(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [relative(folder, path), readFileSync(path)];
      }),
  );
}

describe('a repository by go-tuf', () => {
  it.each([1, 2, 3])('is read from root %i on', async version => {
    const files = filesOf(FOLDER);
    const mirror = await Mirror.start(files);
    try {
      const { verified, metadata } = await refreshOverTuf({
        source: sourceFrom(String(files.get(`${version}.root.json`))),
        stored: null,
        openEgress: mirror.openEgress,
        signal: new AbortController().signal,
        now: () => new Date(),
      });
      expect(verified).toMatchObject({
        rootVersion: 3,
        timestampVersion: 19,
        signedUntil: '2126-01-01T00:00:00.000Z',
        trustedRoot: { certificateAuthorities: expect.any(Array) },
      });
      expect(metadata.roots).toHaveLength(3 - version);
    } finally {
      await mirror.close();
    }
  });
});
