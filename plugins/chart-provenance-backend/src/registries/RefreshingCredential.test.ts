import { toProblem } from '../walk/toProblem';
import { CredentialError, CredentialFailure } from './CredentialError';
import { CredentialSourceRequest, IssuedCredential } from './CredentialSource';
import { RefreshingCredential } from './RefreshingCredential';

const MINUTE = 60_000;
const START = 1_000_000;
const failing = (failure: CredentialFailure) =>
  new CredentialError({
    failure,
    host: 'r.io',
    missing: 'it is not there',
    grant: 'Somebody grants it.',
  });

/** An issuer whose credentials are numbered and live as long as they are told to. */
function issuer(lifetimeMs: number | undefined) {
  const state = {
    now: START,
    count: 0,
    lifetimeMs,
    fail: undefined as Error | undefined,
    signals: [] as (AbortSignal | undefined)[],
    wait: undefined as Promise<void> | undefined,
  };
  const source = {
    keyOf: ({ repository }: CredentialSourceRequest) =>
      repository.split('/')[0],
    async credentials({ signal }: CredentialSourceRequest) {
      state.count += 1;
      state.signals.push(signal);
      const token = `t${state.count}`;
      await state.wait;
      if (state.fail) {
        throw state.fail;
      }
      const issued: IssuedCredential = {
        credential: { type: 'token', token },
        expiresAt:
          state.lifetimeMs === undefined
            ? undefined
            : new Date(state.now + state.lifetimeMs),
      };
      return issued;
    },
  };
  const kept = new RefreshingCredential(source, {
    now: () => state.now,
    timeoutMs: 200,
  });
  const ask = async (
    request: Partial<CredentialSourceRequest> = {},
  ): Promise<string> => {
    const { credential } = await kept.credentials({
      host: 'r.io',
      repository: 'acme/x',
      ...request,
    });
    return credential.type === 'token' ? credential.token : credential.type;
  };
  return { state, ask };
}

it('asks once for all who want it at the same time, and once for each key', async () => {
  const { state, ask } = issuer(60 * MINUTE);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['t1', 't1', 't1']);
  expect(await ask({ repository: 'acme/y' })).toBe('t1');
  expect(await ask({ repository: 'other/x' })).toBe('t2');
  expect(state.count).toBe(2);
});

it.each([
  ['an hour', 60 * MINUTE, 55 * MINUTE],
  ['ten minutes', 10 * MINUTE, 8 * MINUTE],
  ['no known time', undefined, 5 * MINUTE],
])('renews what lives for %s before it expires', async (_, life, renewed) => {
  const { state, ask } = issuer(life);
  expect(await ask()).toBe('t1');
  state.now = START + renewed - 1;
  expect(await ask()).toBe('t1');
  state.now = START + renewed;
  expect(await ask()).toBe('t2');
});

it('gives what has not expired while the issuer cannot be reached, and never what has', async () => {
  const { state, ask } = issuer(60 * MINUTE);
  await ask();
  state.fail = failing('unreachable');
  state.now = START + 56 * MINUTE;
  expect(await ask()).toBe('t1');
  expect(await ask()).toBe('t1');
  // The issuer is not asked at every request meanwhile.
  expect(state.count).toBe(2);
  state.now = START + 60 * MINUTE;
  await expect(ask()).rejects.toMatchObject({ failure: 'unreachable' });
  state.fail = undefined;
  state.now += MINUTE;
  expect(await ask()).toBe('t4');
});

it.each<CredentialFailure>(['missing', 'refused', 'misbehaved', 'unreachable'])(
  'asks an issuer once in half a minute when what it wants is %s',
  async failure => {
    const { state, ask } = issuer(60 * MINUTE);
    state.fail = failing(failure);
    for (let request = 0; request < 20; request++) {
      await expect(ask()).rejects.toMatchObject({ failure });
    }
    expect(state.count).toBe(1);
    await expect(ask({ repository: 'other/x' })).rejects.toThrow();
    expect(state.count).toBe(2);
    state.fail = undefined;
    state.now = START + MINUTE / 2;
    expect(await ask()).toBe('t3');
  },
);

it('does not remember that somebody gave up', async () => {
  const { ask } = issuer(60 * MINUTE);
  await expect(ask({ signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'aborted',
  });
  expect(await ask()).toBe('t1');
});

it('gives nothing when the issuer refuses, though what it gave has not expired', async () => {
  const { state, ask } = issuer(60 * MINUTE);
  await ask();
  state.fail = failing('refused');
  state.now = START + 56 * MINUTE;
  await expect(ask()).rejects.toMatchObject({
    name: 'OrasError',
    code: 'denied',
    failure: 'refused',
    message: 'r.io: it is not there. Somebody grants it.',
  });
});

it.each([
  ['expired', -1],
  ['expiring now', 0],
  // It would have to be asked for each second.
  ['for a second', 1_000],
  ['expiring at no time', NaN],
])('refuses what is issued %s', async (_, life) => {
  const { ask } = issuer(life);
  await expect(ask()).rejects.toMatchObject({ failure: 'misbehaved' });
});

it('renews what the registry refused, but not what is new', async () => {
  const { state, ask } = issuer(60 * MINUTE);
  await ask();
  const refused = { type: 'token', token: 't1' } as const;
  expect(await ask({ refused })).toBe('t1');
  state.now = START + 2 * MINUTE;
  expect(await ask({ refused })).toBe('t2');
  // Somebody else had it renewed already.
  state.now = START + 4 * MINUTE;
  expect(await ask({ refused })).toBe('t2');
});

it('leaves it to the others when one repository refuses it and the issuer cannot be reached', async () => {
  const { state, ask } = issuer(60 * MINUTE);
  await ask();
  state.now = START + 2 * MINUTE;
  state.fail = failing('unreachable');
  const refused = { type: 'token', token: 't1' } as const;
  for (let request = 0; request < 20; request++) {
    expect(await ask({ refused })).toBe('t1');
    expect(await ask()).toBe('t1');
  }
  expect(state.count).toBe(2);
});

it('waits for an issuer no longer than it may', async () => {
  const { state, ask } = issuer(60 * MINUTE);
  state.wait = new Promise(() => undefined);
  await expect(ask()).rejects.toMatchObject({ failure: 'unreachable' });
  expect(state.signals[0]?.aborted).toBe(true);
});

it('lets a walk leave, without the one that waits with it', async () => {
  const { state, ask } = issuer(60 * MINUTE);
  let answer = () => {};
  state.wait = new Promise(resolve => {
    answer = resolve;
  });
  const walk = new AbortController();
  const both = [ask({ signal: walk.signal }), ask()];
  walk.abort();
  await expect(both[0]).rejects.toMatchObject({ code: 'aborted' });
  expect(state.signals[0]?.aborted).toBe(false);
  answer();
  expect(await both[1]).toBe('t1');
});

it.each<[CredentialFailure, string]>([
  ['missing', 'registry-denied'],
  ['refused', 'registry-denied'],
  ['misbehaved', 'registry-denied'],
  ['unreachable', 'registry-unreachable'],
])('is shown on the page when it is %s, as %s', (failure, code) => {
  expect(toProblem(failing(failure))).toMatchObject({
    code,
    message: 'r.io: it is not there. Somebody grants it.',
  });
});
