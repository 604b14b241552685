import { mockServices } from '@backstage/backend-test-utils';
import { SigstoreLab } from '../verification/__testUtils__/SigstoreLab';
import { TrustKeeper } from './TrustKeeper';

const HOUR_MS = 60 * 60_000;
const PATH = '/trust/acme.json';

/** A keeper of one file root, read again every hour, over a file that a test writes. */
async function setUp(refresh: { intervalMs: number; maxAgeMs: number } | null) {
  const { trustedRoot } = await SigstoreLab.create();
  let now = Date.parse('2026-11-22T12:00:00Z');
  const file = { text: JSON.stringify(trustedRoot) };
  const readText = jest.fn(async (path: string) => {
    if (path !== PATH || !file.text) {
      throw new Error('ENOENT');
    }
    return file.text;
  });
  const thresholds = { tlog: 1, ctlog: 0, timestamp: 1 };
  const keeper = await TrustKeeper.create({
    roots: [
      {
        ...{ id: 'acme', refresh, demo: false, thresholds },
        source: { type: 'file', path: PATH },
      },
    ],
    loaded: {
      roots: [
        {
          ...{ id: 'acme', type: 'file', trustedRoot, thresholds },
          asOf: new Date(now).toISOString(),
        },
      ],
    },
    sources: [],
    store: { marks: jest.fn(), read: jest.fn() },
    logger: mockServices.logger.mock(),
    now: () => new Date(now),
    readText,
    production: true,
  });
  return {
    ...{ keeper, file, readText, trustedRoot },
    advance: (ms: number) => {
      now += ms;
      return keeper.look();
    },
    inForce: () => keeper.rootInputs()[0].trustedRoot,
    state: () => keeper.states(new Date(now)).get('acme'),
  };
}

const hourly = { intervalMs: HOUR_MS, maxAgeMs: 5 * HOUR_MS };

describe('a root in a file', () => {
  it('is read again when it is time, and told when it is another', async () => {
    const { keeper, file, readText, trustedRoot, ...at } = await setUp(hourly);
    const told = jest.fn(async () => {});
    keeper.onChanged(told);
    await at.advance(HOUR_MS - 1);
    expect(readText).not.toHaveBeenCalled();
    await at.advance(1);
    expect(readText).toHaveBeenCalledTimes(1);
    expect(told).not.toHaveBeenCalled();
    expect(at.state()?.lastSuccessAt).toBe('2026-11-22T13:00:00.000Z');
    const newer = { ...Object(trustedRoot), ctlogs: [] };
    file.text = JSON.stringify(newer);
    await at.advance(HOUR_MS);
    expect(told).toHaveBeenCalledWith([
      expect.objectContaining({
        trustedRoot: newer,
        asOf: '2026-11-22T14:00:00.000Z',
      }),
    ]);
  });

  it.each([
    ['gone', '', /ENOENT/],
    ['half written', '{"mediaType":', /JSON/],
    ['of no use', '{"mediaType":"text/plain"}', /not a Sigstore/],
  ])(
    'stays as it is when its file is %s, until it is too old',
    async (_, text, problem) => {
      const { file, trustedRoot, ...at } = await setUp(hourly);
      file.text = text;
      await at.advance(HOUR_MS);
      expect(at.inForce()).toEqual(trustedRoot);
      expect(at.state()).toMatchObject({
        ...{ stale: false, lastSuccessAt: '2026-11-22T12:00:00.000Z' },
        problem: expect.stringMatching(problem),
      });
      await at.advance(4 * HOUR_MS);
      expect(at.state()).toMatchObject({
        ...{ stale: true, staleAt: '2026-11-22T17:00:00.000Z' },
      });
      file.text = JSON.stringify(trustedRoot);
      await at.advance(HOUR_MS);
      expect(at.state()).toMatchObject({ stale: false, problem: null });
    },
  );

  it('does not grow young again when the clock is set back', async () => {
    const { file, ...at } = await setUp(hourly);
    file.text = '';
    await at.advance(6 * HOUR_MS);
    await at.advance(-5 * HOUR_MS);
    expect(at.state()).toMatchObject({
      stale: true,
      problem: expect.stringMatching(/correct the clock/),
    });
  });

  it('is never read again, nor stale, unless that is asked for', async () => {
    const { readText, ...at } = await setUp(null);
    await at.advance(1_000 * HOUR_MS);
    expect(readText).not.toHaveBeenCalled();
    expect(at.state()).toBeUndefined();
  });
});
