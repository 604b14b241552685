import { setFlagsFromString } from 'node:v8';
import { TrustInput, VerifierUnavailableError } from '..';
import { bytesOf, SigstoreLab } from '../__testUtils__/SigstoreLab';
import { VerifyInput } from '../types';
import { spawnHostile } from './__testUtils__/spawnHostile';
import { DEFAULT_LIMITS } from './limits';
import { VerifierPool, VerifierPoolOptions } from './VerifierPool';

jest.setTimeout(120_000);

const SUBJECT = `sha256:${'1'.repeat(64)}`;

let lab: SigstoreLab;
let bytes: Uint8Array;
let pool: VerifierPool | undefined;
let ended: string[];

beforeAll(async () => {
  lab = await SigstoreLab.create();
  bytes = bytesOf(await lab.sign({ subject: SUBJECT }));
});

afterEach(async () => {
  await pool?.close();
  pool = undefined;
});

const trust = (id = 'lab'): TrustInput => ({
  roots: [{ id, type: 'file', trustedRoot: lab.trustedRoot }],
  keys: [],
  keyrings: [],
  stores: [],
});

async function start(
  options: Partial<VerifierPoolOptions> = {},
): Promise<VerifierPool> {
  ended = [];
  pool = await VerifierPool.create(trust(), {
    ...{ size: 1, limits: DEFAULT_LIMITS, spawn: spawnHostile },
    now: () => new Date(),
    onEnded: reason => ended.push(reason),
    ...options,
  });
  return pool;
}

const asked = (evidence: string): VerifyInput => ({
  ...{ evidence, format: 'sigstore-bundle-v0.3', bytes, subject: SUBJECT },
});

/** What became of it, in short. */
async function outcomeOf(of: VerifierPool, evidence: string) {
  const { verifications } = await of.verify(asked(evidence));
  return verifications.map(
    ({ trust: under, outcome, code = null }) => `${under} ${outcome} ${code}`,
  );
}

const PROVEN = ['root:lab proven null'];
const GAVE_UP = ['root:lab failed verifier-failed'];

describe('evidence that breaks the thread', () => {
  const rows: [string, RegExp][] = [
    ['crash', /^ended with code 3$/],
    ['throw', /^broke$/],
    ['hang', /^took too long$/],
    ['hog', /^took too much memory$/],
    ['unasked', /^answered what it was not asked$/],
    ['other-hash', /^answered what it was not asked$/],
    ['other-evidence', /^answered what it was not asked$/],
    ['no-json', /^answered what it was not asked$/],
    ['no-text', /^sent what cannot be read$/],
    ['too-much', /^sent what cannot be read$/],
  ];

  it.each(rows)(
    'is not proven, is tried twice and never again, and costs nobody else a proof: %s',
    async (deed, reason) => {
      const taskMs = deed === 'hang' ? 5000 : 60_000;
      const limits = { ...DEFAULT_LIMITS, taskMs, heapMb: 128 };
      const verifier = await start({ limits });
      const outcomes = await Promise.all(
        ['sha256:before', `sha256:${deed}`, 'sha256:after'].map(evidence =>
          outcomeOf(verifier, evidence),
        ),
      );
      expect(outcomes).toEqual([PROVEN, GAVE_UP, PROVEN]);
      expect(ended).toHaveLength(2);
      expect(ended).toEqual([
        expect.stringMatching(reason),
        expect.stringMatching(reason),
      ]);
      expect(verifier.state()).toMatchObject({
        ...{ workers: 1, busy: 0, restarted: 2, problem: null },
      });
    },
  );

  it('is ended for its memory also where the process has a limit of its own', async () => {
    setFlagsFromString('--max-old-space-size=4096');
    try {
      const limits = { ...DEFAULT_LIMITS, taskMs: 60_000, heapMb: 128 };
      const verifier = await start({ limits });
      expect(await outcomeOf(verifier, 'sha256:hog')).toEqual(GAVE_UP);
      expect(ended).toEqual(['took too much memory', 'took too much memory']);
    } finally {
      setFlagsFromString('--max-old-space-size=0');
    }
  });

  it('keeps no more than one of two threads', async () => {
    const limits = { ...DEFAULT_LIMITS, taskMs: 60_000 };
    const verifier = await start({ limits, size: 2 });
    const hanging = verifier.verify(asked('sha256:hang')).catch(error => error);
    const others = Array.from({ length: 20 }, (_, at) =>
      outcomeOf(verifier, `sha256:${at}`),
    );
    expect(await Promise.all(others)).toEqual(others.map(() => PROVEN));
    expect(verifier.state()).toMatchObject({ busy: 1, done: 20 });
    await verifier.close();
    expect(await hanging).toBeInstanceOf(VerifierUnavailableError);
  });
});

describe('a thousand pieces of evidence', () => {
  it('are answered in the order in which they were asked', async () => {
    const verifier = await start();
    const order: number[] = [];
    const numbers = Array.from({ length: 1000 }, (_, at) => at);
    await Promise.all(
      numbers.map(async at => {
        const input = { ...asked(`sha256:${at}`), bytes: Buffer.from('{}') };
        const { verifications } = await verifier.verify(input);
        expect(verifications).toMatchObject([{ outcome: 'failed' }]);
        order.push(at);
      }),
    );
    expect(order).toEqual(numbers);
    expect(verifier.state()).toMatchObject({ done: 1000, restarted: 0 });
  });

  it('are refused when more wait than can', async () => {
    const verifier = await start();
    const many = Array.from({ length: 4097 }, (_, at) =>
      verifier.verify(asked(`sha256:${at}`)).catch((error: Error) => error),
    );
    const last = await many[4096];
    expect(last).toEqual(
      new VerifierUnavailableError(
        'The verifier did not verify: too much is waiting already.',
      ),
    );
    await verifier.close();
    await Promise.all(many);
  });
});

describe('other trust material', () => {
  it('is used for what no thread works on yet, and every outcome says what it was found under', async () => {
    const verifier = await start();
    await outcomeOf(verifier, 'sha256:warm');
    const [before, running] = [
      verifier.materials.hash,
      verifier.verify(asked('sha256:running')),
    ];
    const waiting = Array.from({ length: 5 }, (_, at) =>
      verifier.verify(asked(`sha256:${at}`)),
    );
    await verifier.replace(trust('renewed'));
    const after = verifier.verify(asked('sha256:after'));
    expect(verifier.materials.hash).not.toBe(before);

    const hashes = new Map<string, string>();
    for (const each of [running, ...waiting, after]) {
      const { materialHash, verifications } = await each;
      hashes.set(materialHash, verifications[0].trust);
      expect(verifications).toMatchObject([{ outcome: 'proven' }]);
    }
    expect((await running).verifications[0].trust).toBe('root:lab');
    expect((await after).verifications[0].trust).toBe('root:renewed');
    expect([...hashes.values()].sort()).toEqual(['root:lab', 'root:renewed']);
    expect(ended).toEqual([]);
  });

  it('that a thread comes to a different hash of ends it: nothing is asked of it', async () => {
    const spawn: VerifierPoolOptions['spawn'] = limits =>
      spawnHostile(limits, { mood: 'stranger' });
    const verifier = await start({ spawn });
    await expect(verifier.verify(asked('sha256:1'))).rejects.toThrow(
      /no thread can be started/,
    );
    expect(ended).toEqual(
      Array(3).fill('came to other trust material or runs other code'),
    );
    expect(verifier.state()).toMatchObject({
      ...{ done: 0, restarted: 3 },
      problem:
        'The last thread that was started came to other trust material or runs other code.',
    });
  });

  it('is prepared as of the time it was put in force, however much later a thread starts', async () => {
    let now = new Date();
    const verifier = await start({ now: () => now });
    now = new Date(now.getTime() + 1e12);
    expect(await outcomeOf(verifier, 'sha256:crash')).toEqual(GAVE_UP);
    expect(await outcomeOf(verifier, 'sha256:1')).toEqual(PROVEN);
    expect(ended).toEqual(['ended with code 3', 'ended with code 3']);
  });
});

describe('a pool', () => {
  it('rejects what is not finished when it is closed, and what comes after', async () => {
    const verifier = await start();
    const work = ['sha256:hang', 'sha256:1'].map(evidence =>
      outcomeOf(verifier, evidence).catch((error: Error) => error.name),
    );
    await verifier.close();
    work.push(outcomeOf(verifier, 'sha256:2').catch(error => error.name));
    expect(await Promise.all(work)).toEqual(
      Array(3).fill('VerifierUnavailableError'),
    );
    expect(ended).toEqual([]);
  });

  it('without a thread that starts says why, and works as soon as one does', async () => {
    let broken = true;
    const spawn: VerifierPoolOptions['spawn'] = limits => {
      if (broken) throw new Error('no more threads');
      return spawnHostile(limits);
    };
    const verifier = await start({ spawn });
    await expect(verifier.verify(asked('sha256:1'))).rejects.toThrow(
      'The verifier did not verify: no thread can be started.',
    );
    expect(verifier.state().problem).toMatch(/could not be started/);
    broken = false;
    expect(await outcomeOf(verifier, 'sha256:1')).toEqual(PROVEN);
    expect(verifier.state().problem).toBeNull();
  });
});
