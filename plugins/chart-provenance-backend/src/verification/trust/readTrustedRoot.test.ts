import { embeddedRoot } from './embeddedRoot';
import { readTrustedRoot } from './readTrustedRoot';

const ONE_OF_EACH = { tlog: 1, ctlog: 1, timestamp: 1 };
const root = () => Object.assign({}, embeddedRoot().trustedRoot);

describe('a trusted root', () => {
  it('is read in the form that it is published in', () => {
    const { tlogs } = readTrustedRoot(root(), ONE_OF_EACH);
    expect(tlogs.length).toBeGreaterThan(0);
  });

  it.each([
    ['no media type', { mediaType: undefined }],
    [
      'the media type of something else',
      { mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json' },
    ],
    ['no certificate authority', { certificateAuthorities: [] }],
    ['no log where one is asked for', { tlogs: [] }],
    ['no certificate log where one is asked for', { ctlogs: [] }],
  ])('is refused with %s', (_, change) => {
    expect(() =>
      readTrustedRoot({ ...root(), ...change }, ONE_OF_EACH),
    ).toThrow();
  });

  it('needs no log where none is asked for', () => {
    const thresholds = { tlog: 0, ctlog: 0, timestamp: 1 };
    const without = { ...root(), tlogs: [], ctlogs: [] };
    expect(readTrustedRoot(without, thresholds).tlogs).toEqual([]);
  });
});
