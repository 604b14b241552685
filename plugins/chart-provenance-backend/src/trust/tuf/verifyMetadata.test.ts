import { TrustMetadata } from '../../store';
import { newLabKey, PublishOptions, TufLab } from '../__testUtils__/TufLab';
import { MetadataToVerify, verifyMetadata } from './verifyMetadata';

const TRUSTED = { authorities: ['acme'] };
const EVIL = newLabKey();

const base64 = (lab: TufLab, path: string) =>
  (lab.files.get(path) ?? Buffer.alloc(0)).toString('base64');

/** What is stored once a lab was read, from its first root on. */
function storedOf(lab: TufLab, trustedRoot: unknown = TRUSTED) {
  const { root, snapshot, targets } = lab.versions;
  const versions = Array.from({ length: root - 1 }, (_, index) => index + 2);
  const metadata: TrustMetadata = {
    roots: versions.map(version => base64(lab, `${version}.root.json`)),
    timestamp: base64(lab, 'timestamp.json'),
    snapshot: base64(lab, `${snapshot}.snapshot.json`),
    targets: base64(lab, `${targets}.targets.json`),
  };
  const input: MetadataToVerify = {
    firstRoot: String(lab.files.get('1.root.json')),
    metadata,
    target: lab.target,
    trustedRoot: JSON.stringify(trustedRoot),
  };
  return input;
}

/** A lab with three roots and two of everything else. */
function grown(options: PublishOptions = {}): TufLab {
  const lab = new TufLab(TRUSTED);
  lab.publishRoot();
  const before = lab.keys.root;
  lab.keys.root = [newLabKey(), before[0]];
  lab.publishRoot(options, before);
  lab.publish(TRUSTED, options);
  return lab;
}

type Row = [name: string, make: () => MetadataToVerify, words: RegExp];

const withMetadata = (lab: TufLab, changed: Partial<TrustMetadata>) => {
  const stored = storedOf(lab);
  return { ...stored, metadata: { ...stored.metadata, ...changed } };
};
const signedBy = (signers: PublishOptions['signers']) => () =>
  storedOf(grown({ signers }));

const rows: Row[] = [
  [
    'a first root that is not its own',
    () => {
      const stored = storedOf(grown());
      const other = new TufLab(TRUSTED);
      return { ...stored, firstRoot: other.root };
    },
    /root was signed by 0\/2/,
  ],
  [
    'a root that is missing between two',
    () => {
      const lab = grown();
      return withMetadata(lab, {
        roots: storedOf(lab).metadata.roots.slice(1),
      });
    },
    /version 3 of root instead of 2/,
  ],
  [
    'the last root left out, whose keys signed the rest',
    () => {
      const lab = grown();
      lab.keys.timestamp = [newLabKey()];
      lab.publishRoot();
      lab.publishTimestamp();
      return withMetadata(lab, {
        roots: storedOf(lab).metadata.roots.slice(0, -1),
      });
    },
    /timestamp was signed by 0\/1/,
  ],
  [
    'a root of strangers',
    signedBy({ root: [EVIL] }),
    /root was signed by 0\/2/,
  ],
  [
    'a root whose own keys did not sign it',
    () => {
      const lab = new TufLab(TRUSTED);
      const before = lab.keys.root;
      lab.keys.root = [newLabKey(), newLabKey()];
      lab.publishRoot({ signers: { root: before } });
      return storedOf(lab);
    },
    /root was signed by 0\/2/,
  ],
  [
    'a first root that nobody signed',
    () => {
      const stored = storedOf(new TufLab(TRUSTED));
      const { signed } = JSON.parse(stored.firstRoot);
      return {
        ...stored,
        firstRoot: JSON.stringify({ signed, signatures: [] }),
      };
    },
    /root was signed by 0\/2/,
  ],
  [
    'a timestamp of strangers',
    signedBy({ timestamp: [EVIL] }),
    /timestamp was signed by 0\/1/,
  ],
  [
    'a snapshot of strangers',
    signedBy({ snapshot: [EVIL] }),
    /snapshot was signed by 0\/1/,
  ],
  [
    'targets of strangers',
    signedBy({ targets: [EVIL] }),
    /targets was signed by 0\/1/,
  ],
  [
    'an older snapshot',
    () => {
      const lab = grown();
      return withMetadata(lab, { snapshot: base64(lab, '1.snapshot.json') });
    },
    /hash|length/i,
  ],
  [
    'older targets',
    () => {
      const lab = grown();
      return withMetadata(lab, { targets: base64(lab, '1.targets.json') });
    },
    /hash|length/i,
  ],
  [
    'a snapshot of another version than is signed, where no hash is',
    () => {
      const lab = grown();
      lab.bare = true;
      lab.publish();
      return withMetadata(lab, { snapshot: base64(lab, '2.snapshot.json') });
    },
    /version 2 of snapshot instead of 3/,
  ],
  [
    'targets of another version than is signed, where no hash is',
    () => {
      const lab = grown();
      lab.bare = true;
      lab.publish();
      return withMetadata(lab, { targets: base64(lab, '2.targets.json') });
    },
    /version 2 of targets instead of 3/,
  ],
  [
    'another trusted root',
    () => storedOf(grown(), { authorities: ['evil'] }),
    /not the one that was signed/,
  ],
  [
    'a trusted root with something after it',
    () => {
      const stored = storedOf(grown());
      return { ...stored, trustedRoot: `${stored.trustedRoot} ` };
    },
    /not the one that was signed/,
  ],
  [
    'a target that nobody signed',
    () => ({ ...storedOf(grown()), target: 'constructor' }),
    /have no constructor/,
  ],
  [
    'bytes of another role',
    () => {
      const lab = grown();
      return withMetadata(lab, { timestamp: base64(lab, '2.snapshot.json') });
    },
    /timestamp/,
  ],
  ['nothing', () => withMetadata(grown(), { timestamp: '' }), /JSON/],
];

describe('verifyMetadata', () => {
  it('takes what was signed, from any root on, and says until when it counts', () => {
    const lab = grown({ days: { snapshot: 3 } });
    const stored = storedOf(lab);
    const verified = verifyMetadata(stored);
    expect(verified).toEqual({
      rootVersion: 3,
      timestampVersion: 2,
      signedUntil: new Date(
        JSON.parse(String(lab.files.get('2.snapshot.json'))).signed.expires,
      ).toISOString(),
      signedAt: null,
      trustedRoot: TRUSTED,
    });
    // An update of the package brings a newer first root; older ones in the table are passed over.
    for (const version of [2, 3]) {
      const firstRoot = String(lab.files.get(`${version}.root.json`));
      expect(verifyMetadata({ ...stored, firstRoot })).toEqual(verified);
    }
  });

  it('asks nobody what time it is', () => {
    const lab = new TufLab(TRUSTED, Date.parse('2020-01-01T00:00:00Z'));
    expect(verifyMetadata(storedOf(lab)).signedUntil).toBe(
      '2020-01-31T00:00:00.000Z',
    );
  });

  it.each(rows)('refuses %s', (_, make, words) => {
    expect(() => verifyMetadata(make())).toThrow(words);
  });
});
