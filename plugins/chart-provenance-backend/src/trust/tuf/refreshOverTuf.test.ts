import { RefreshFixture } from '../__testUtils__/RefreshFixture';
import { newLabKey } from '../__testUtils__/TufLab';

jest.setTimeout(60_000);

describe('a repository that is kept well', () => {
  let fixture: RefreshFixture;

  beforeEach(async () => {
    fixture = await RefreshFixture.start();
  });

  afterEach(() => fixture.mirror.close());

  it('is read, and read again without asking for what is known', async () => {
    const first = await fixture.refresh();
    expect(JSON.parse(first.trustedRoot)).toEqual(fixture.trustedRoot);
    expect(first.verified).toMatchObject({
      rootVersion: 1,
      timestampVersion: 1,
      trustedRoot: fixture.trustedRoot,
    });
    expect(fixture.mirror.paths).toHaveLength(5);
    const again = await fixture.refresh(first);
    expect(again).toEqual(first);
    expect(fixture.mirror.paths).toEqual(['2.root.json', 'timestamp.json']);
  });

  it('may change its keys, step by step, and what it vouches for', async () => {
    const first = await fixture.refresh();
    const { root: before } = fixture.lab.keys;
    fixture.lab.keys.root = [newLabKey(), before[1]];
    fixture.lab.keys.timestamp = [newLabKey()];
    fixture.lab.publishRoot({}, before);
    const next = fixture.lab.keys.root;
    fixture.lab.keys.root = [newLabKey(), newLabKey()];
    fixture.lab.publishRoot({}, next);
    fixture.lab.publish(fixture.newer);
    const renewed = await fixture.refresh(first);
    expect(renewed.verified).toMatchObject({
      rootVersion: 3,
      timestampVersion: 2,
      trustedRoot: { tlogs: [] },
    });
    expect(renewed.metadata.roots).toHaveLength(2);
    // The roots between the first and the newest are followed again each time, from what is stored.
    await fixture.refresh(renewed);
    expect(fixture.mirror.paths).toEqual(['4.root.json', 'timestamp.json']);
  });

  it('may take back what a stolen timestamp key signed, with a new key', async () => {
    fixture.lab.versions.timestamp = 1_000_000;
    fixture.lab.publishTimestamp();
    const poisoned = await fixture.refresh();
    expect(poisoned.verified.timestampVersion).toBe(1_000_001);
    fixture.lab.keys.timestamp = [newLabKey()];
    fixture.lab.publishRoot();
    fixture.lab.versions.timestamp = 5;
    fixture.lab.publishTimestamp();
    const healed = await fixture.refresh(poisoned);
    expect(healed.verified).toMatchObject({
      rootVersion: 2,
      timestampVersion: 6,
    });
  });

  it('is asked for the target that is configured, and nobody but its own root vouches for it', async () => {
    const { signal } = new AbortController();
    await expect(
      fixture.refresh(null, signal, 'other.json'),
    ).rejects.toMatchObject({ code: 'unusable' });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    fixture.mirror.answer = () => {
      stop.abort();
      return true;
    };
    await expect(fixture.refresh(null, stop.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
