import { setTimeout as sleep } from 'node:timers/promises';
import { OrasError, ReadOnlyTarget } from 'chart-provenance-oras';
import { ChartRecord } from '../store';
import { BoundedMap } from './BoundedMap';
import { Coalescer } from './Coalescer';
import { TagQuestions } from './TagQuestions';
import { timeOfUlid } from './timeOfUlid';
import { TokenBuckets } from './TokenBuckets';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const CHART: ChartRecord = {
  chartId: 'aaaaaaaaaaaaaaaa',
  registry: 'ghcr.io',
  repository: 'acme/charts/payments',
  owner: 'component:default/payments',
  knownBy: 'convention',
  expectedSource: null,
  policies: [],
  requestedPolicies: [],
  conflict: [],
};

/** A call that answers with its number when it is told to. */
function heldCalls() {
  const held: ((fail?: boolean) => void)[] = [];
  const call = () => {
    const number = held.length + 1;
    return new Promise<number>((resolve, reject) => {
      held.push(fail => (fail ? reject(new Error('no')) : resolve(number)));
    });
  };
  return { held, call };
}

describe('Coalescer', () => {
  it('lets one run and one wait, and shares no answer that is older than its question', async () => {
    const { held, call } = heldCalls();
    const coalescer = new Coalescer<number>();
    const first = coalescer.ask('a', call);
    const later = [1, 2, 3].map(() => coalescer.ask('a', call));
    const other = coalescer.ask('b', call);
    expect(held).toHaveLength(2);
    held[0]();
    expect(await first).toBe(1);
    await sleep(0);
    expect(held).toHaveLength(3);
    const latest = coalescer.ask('a', call);
    held[2]();
    expect(await Promise.all(later)).toEqual([3, 3, 3]);
    held[1]();
    expect(await other).toBe(2);
    await sleep(0);
    held[3]();
    expect(await latest).toBe(4);
  });

  it('fails those who shared, and nobody after them', async () => {
    const { held, call } = heldCalls();
    const coalescer = new Coalescer<number>();
    const first = coalescer.ask('a', call);
    const second = coalescer.ask('a', call);
    held[0](true);
    await expect(first).rejects.toThrow('no');
    await sleep(0);
    held[1]();
    expect(await second).toBe(2);
    await sleep(0);
    const third = coalescer.ask('a', call);
    expect(held).toHaveLength(3);
    held[2]();
    expect(await third).toBe(3);
  });
});

describe('TokenBuckets', () => {
  it('lets so many a minute through, for each caller apart', () => {
    const buckets = new TokenBuckets(60);
    const taken = (caller: string, at: number, times: number) =>
      [...Array(times)].map(() => buckets.take(caller, at));
    expect(taken('ci', 0, 61)).toEqual([...Array(60).fill(undefined), 1]);
    expect(taken('other', 0, 1)).toEqual([undefined]);
    expect(taken('ci', 2_000, 3)).toEqual([undefined, undefined, 1]);
    // A clock that was put back gives nothing away.
    expect(taken('ci', 0, 1)).toEqual([1]);
    expect(taken('ci', 1e9, 61)).toEqual([...Array(60).fill(undefined), 1]);
    expect(new TokenBuckets(1).take('a', 0)).toBeUndefined();
    const one = new TokenBuckets(1);
    one.take('a', 0);
    expect(one.take('a', 15_000)).toBe(45);
    expect(buckets.take('b', 0, 40)).toBeUndefined();
    expect(buckets.take('b', 0, 40)).toBe(20);
    expect(buckets.take('c', 0, 1_000)).toBeUndefined();
    expect(buckets.take('c', 0)).toBe(1);
  });
});

describe('TagQuestions', () => {
  const asked = (
    resolve: ReadOnlyTarget['resolve'],
    timeoutMs = 5_000,
  ): [TagQuestions, jest.Mock] => {
    const mock = jest.fn(resolve);
    const refused = async () => {
      throw new Error('not for tags');
    };
    const openTarget = () => ({
      resolve: mock,
      fetch: refused,
      fetchManifest: refused,
      referrers: refused,
      tags: async function* none() {},
    });
    return [new TagQuestions({ openTarget, timeoutMs }), mock];
  };
  const descriptor = { mediaType: 'x', size: 1, digest: DIGEST } as const;

  it('tells where a tag points, asking once for all who ask at once, and again after', async () => {
    const [tags, resolve] = asked(async () => {
      await sleep(5);
      return { ...descriptor, digest: `sha256:${'a'.repeat(64)}` };
    });
    const answers = await Promise.all(
      [...Array(20)].map(() => tags.ask(CHART, '1.0.0')),
    );
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['at']));
    expect(resolve).toHaveBeenCalledTimes(2);
    await tags.ask(CHART, '1.0.0');
    expect(resolve).toHaveBeenCalledTimes(3);
    expect(resolve).toHaveBeenLastCalledWith('1.0.0', {
      signal: expect.any(AbortSignal),
    });
  });

  it.each([
    ['not-found', 'absent', undefined],
    ['network', 'unknown', 'registry-unreachable'],
    ['denied', 'unknown', 'registry-denied'],
    ['rate-limited', 'unknown', 'registry-limited'],
    ['malformed-response', 'unknown', 'registry-misbehaved'],
  ] as const)('takes %s for %s', async (code, state, reason) => {
    const [tags] = asked(async () => {
      throw new OrasError(code, 'It is so.');
    });
    const answer = await tags.ask(CHART, '1.0.0');
    expect(answer.state).toBe(state);
    expect('reason' in answer ? answer.reason.code : undefined).toBe(reason);
  });

  it('asks again behind a question that never ends and hears of no end', async () => {
    let asks = 0;
    const [tags] = asked(async () => {
      asks += 1;
      return asks > 1
        ? { ...descriptor, digest: `sha256:${'a'.repeat(64)}` }
        : new Promise<never>(() => {});
    }, 30);
    expect((await tags.ask(CHART, '1.0.0')).state).toBe('unknown');
    await sleep(0);
    expect((await tags.ask(CHART, '1.0.0')).state).toBe('at');
  });

  it('waits so long and no longer, also behind a question that hangs', async () => {
    const [tags, resolve] = asked(
      (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () =>
            reject(new OrasError('aborted', 'gave up')),
          );
        }),
      30,
    );
    const answers = await Promise.all([
      tags.ask(CHART, '1.0.0'),
      tags.ask(CHART, '1.0.0'),
    ]);
    expect(
      answers.map(one => (one.state === 'unknown' ? one.reason.code : one)),
    ).toEqual(['registry-unreachable', 'registry-unreachable']);
    expect(resolve.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('takes a registry that is not configured any more for one that cannot be read', async () => {
    const tags = new TagQuestions({
      openTarget: () => {
        throw new Error('The registry ghcr.io is not configured');
      },
    });
    expect((await tags.ask(CHART, '1')).state).toBe('unknown');
  });
});

it('remembers what was asked for last', () => {
  const map = new BoundedMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
});

it.each([
  ['01KATVRBG0AAAAAAAAAAAAAAAA', Date.parse('2025-11-24T12:00:00.000Z')],
  ['00000000000000000000000000', 0],
  ['81KATVRBG0AAAAAAAAAAAAAAAA', undefined],
  ['01katvrbg0aaaaaaaaaaaaaaaa', undefined],
  ['01KATVRBG0', undefined],
])('reads the time of %s', (id, time) => {
  expect(timeOfUlid(id)).toBe(time);
});
