import { Attack, RefreshFixture } from '../__testUtils__/RefreshFixture';
import { newLabKey } from '../__testUtils__/TufLab';

jest.setTimeout(60_000);

const EVIL = newLabKey();

const attacks: Attack[] = [
  [
    'timestamp rolled back',
    (at, old) => at.set('timestamp.json', old.get('timestamp.json')),
    'not-genuine',
    /timestamp version 1 is less than current version 2/,
  ],
  [
    'snapshot rolled back by whoever has the timestamp key',
    at => {
      at.lab.versions.snapshot = 1;
      at.lab.publishTimestamp();
    },
    'not-genuine',
    /snapshot version 1 is less than current version 2/i,
  ],
  [
    'targets rolled back by whoever has the snapshot key',
    at => {
      at.lab.versions.targets = 1;
      at.lab.publishSnapshot();
    },
    'not-genuine',
    /targets\.json is less than current version 2/,
  ],
  [
    'another snapshot of the right version: mix and match',
    (at, old) => {
      at.lab.publish();
      at.set('3.snapshot.json', old.get('1.snapshot.json'));
    },
    'not-genuine',
    /length|hash/i,
  ],
  [
    'other targets of the right version: mix and match',
    (at, old) => {
      at.lab.publish();
      at.set('3.targets.json', old.get('1.targets.json'));
    },
    'not-genuine',
    /length|hash/i,
  ],
  [
    'root rolled back',
    (at, old) => at.set('2.root.json', old.get('1.root.json')),
    'not-genuine',
    /Expected version 2, got 1/,
  ],
  [
    'root that skips a version',
    at => {
      at.lab.versions.root = 2;
      at.lab.publishRoot();
      at.set('2.root.json', at.lab.root);
    },
    'not-genuine',
    /Expected version 2, got 3/,
  ],
  [
    'root signed by strangers',
    at => at.lab.publishRoot({ signers: { root: [EVIL] } }),
    'not-genuine',
    /0\/2 keys/,
  ],
  [
    'root signed by too few',
    at => at.lab.publishRoot({ signers: { root: [at.lab.keys.root[0]] } }),
    'not-genuine',
    /1\/2 keys/,
  ],
  [
    'root not signed by its own new keys',
    at => {
      const before = at.lab.keys.root;
      at.lab.keys.root = [newLabKey(), newLabKey()];
      at.lab.publishRoot({ signers: { root: before } });
    },
    'not-genuine',
    /0\/2 keys/,
  ],
  [
    'timestamp unsigned',
    at => at.lab.publish(at.trustedRoot, { signers: { timestamp: [] } }),
    'not-genuine',
    /timestamp was signed by 0\/1 keys/,
  ],
  [
    'snapshot signed by a stranger',
    at => at.lab.publish(at.trustedRoot, { signers: { snapshot: [EVIL] } }),
    'not-genuine',
    /snapshot was signed by 0\/1 keys/,
  ],
  [
    'targets signed with the key of the timestamp',
    at =>
      at.lab.publish(at.trustedRoot, {
        signers: { targets: at.lab.keys.timestamp },
      }),
    'not-genuine',
    /targets was signed by 0\/1 keys/,
  ],
  [
    'timestamp ended',
    at => at.lab.publish(at.trustedRoot, { days: { timestamp: -1 } }),
    'expired',
    /timestamp\.json is expired/,
  ],
  [
    'snapshot ended',
    at => at.lab.publish(at.trustedRoot, { days: { snapshot: -1 } }),
    'expired',
    /snapshot\.json is expired/,
  ],
  [
    'targets ended',
    at => at.lab.publish(at.trustedRoot, { days: { targets: -1 } }),
    'expired',
    /targets\.json is expired/,
  ],
  [
    'root ended',
    at => at.lab.publishRoot({ days: { root: -1 } }),
    'expired',
    /root\.json is expired/,
  ],
  [
    'target changed',
    at => {
      at.lab.publish(at.newer);
      at.change(at.newestTarget, text =>
        text.replace('"tlogs":[]', '"tlogs":{}'),
      );
    },
    'not-genuine',
    /hash/i,
  ],
  [
    'target cut',
    at => {
      at.lab.publish(at.newer);
      at.change(at.newestTarget, text => text.slice(0, -1));
    },
    'not-genuine',
    /length/i,
  ],
  [
    'no JSON',
    at => at.set('timestamp.json', '<html>Sign in to the network</html>'),
    'not-genuine',
    /not accepted/,
  ],
  [
    'JSON of nothing',
    at => at.set('timestamp.json', 'null'),
    'not-genuine',
    /not accepted/,
  ],
  [
    'one role served as another',
    at => at.set('timestamp.json', at.mirror.files.get('2.snapshot.json')),
    'not-genuine',
    /timestamp/,
  ],
];

describe('a repository whose metadata is not as it must be', () => {
  let fixture: RefreshFixture;

  beforeEach(async () => {
    fixture = await RefreshFixture.start();
  });

  afterEach(() => fixture.mirror.close());

  it.each(attacks)('%s', async (_, attack, code, words) => {
    await expect(fixture.meet(attack)).rejects.toMatchObject({
      name: 'TrustFailure',
      code,
      message: expect.stringMatching(words),
    });
  });
});
