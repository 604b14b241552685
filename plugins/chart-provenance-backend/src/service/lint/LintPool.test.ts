import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LINT_LIMITS, LintPool } from './LintPool';

const FILE = resolve(__dirname, '__testUtils__/hostileThread.js');

describe('LintPool', () => {
  let started = 0;
  const start = () => {
    started += 1;
    return new Worker(FILE, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 32 },
    });
  };
  let pool: LintPool;
  beforeEach(() => {
    started = 0;
    // Long enough for a thread that only answers, on a machine that does other things as well.
    pool = new LintPool(start, { ...LINT_LIMITS, textMs: 2_000 });
  });
  afterEach(() => pool.close());
  const check = (text: string) =>
    pool.check({ text }).then(({ unread }) => unread[0]);

  it('starts nothing before it is asked, and then one thread for all', async () => {
    expect(started).toBe(0);
    expect(await Promise.all(['a', 'b', 'c'].map(check))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(await check('d')).toBe('d');
    expect(started).toBe(1);
  });

  it.each([
    ['hang', /^Checking the text took longer than 2000 ms/],
    ['throw', /^Checking the text took too much/],
    ['exit', /^Checking the text took too much/],
    ['memory', /^Checking the text took too much|longer than/],
  ])(
    'ends the thread for a text that makes it %s, and goes on',
    async (text, message) => {
      const [, bad, next] = await Promise.allSettled(
        ['a', text, 'next'].map(check),
      );
      expect(bad).toMatchObject({
        status: 'rejected',
        reason: { name: 'InputError', message: expect.stringMatching(message) },
      });
      expect(next).toEqual({ status: 'fulfilled', value: 'next' });
      expect(started).toBe(2);
    },
  );

  it('lets so many wait, and refuses the others at once', async () => {
    const texts = Array.from(
      { length: LINT_LIMITS.queue + 2 },
      (_, n) => `${n}`,
    );
    // The first waits as well: the thread is not there yet.
    const outcomes = await Promise.allSettled(texts.map(check));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({
      reason: { name: 'TooManyRequestsError', retryAfterSeconds: 1 },
    });
  });

  it('says when no thread starts', async () => {
    pool = new LintPool(() => {
      throw new Error('no threads');
    });
    await expect(check('a')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    pool = new LintPool(() => new Worker('process.exit(1)', { eval: true }));
    await expect(check('a')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('refuses what waits when it is closed, and all that comes later', async () => {
    const waiting = check('a');
    const closed = pool.close();
    await expect(waiting).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    await closed;
    await expect(check('b')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});
