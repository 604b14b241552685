import { Transport, TransportResponse } from 'chart-provenance-oras';
import { limitTransport } from './limitTransport';

const REQUEST = { method: 'GET', url: 'https://ghcr.io/v2/' } as const;
const OK: TransportResponse = {
  status: 200,
  headers: {},
  body: new Uint8Array(),
};

function pendingTransport() {
  const answers: (() => void)[] = [];
  const transport: Transport = () =>
    new Promise(resolve => answers.push(() => resolve(OK)));
  return { answers, transport };
}

const settle = () => new Promise(resolve => setImmediate(resolve));

describe('limitTransport', () => {
  it('keeps to the number in flight, and hands places over in order', async () => {
    const { answers, transport } = pendingTransport();
    const limited = limitTransport(transport, {
      concurrency: 2,
      requestsPerSecond: 1000,
      now: () => 0,
      sleep: async () => undefined,
    });
    const all = Promise.all([1, 2, 3, 4, 5].map(() => limited(REQUEST)));
    for (const sent of [2, 3, 4, 5, 5]) {
      await settle();
      expect(answers).toHaveLength(sent);
      answers[Math.min(sent, 5) - 2]();
      if (sent === 5) {
        answers.forEach(answer => answer());
      }
    }
    expect(await all).toHaveLength(5);
  });

  it('spaces requests', async () => {
    const waits: number[] = [];
    const limited = limitTransport(async () => OK, {
      concurrency: 10,
      requestsPerSecond: 4,
      now: () => 1000,
      sleep: async ms => waits.push(ms),
    });
    await Promise.all([1, 2, 3].map(() => limited(REQUEST)));
    expect(waits).toEqual([250, 500]);
  });

  it('gives the place back after a failure', async () => {
    let calls = 0;
    const limited = limitTransport(
      async () => {
        calls += 1;
        throw new Error('down');
      },
      { concurrency: 1, requestsPerSecond: 1000 },
    );
    await expect(limited(REQUEST)).rejects.toThrow('down');
    await expect(limited(REQUEST)).rejects.toThrow('down');
    expect(calls).toBe(2);
  });

  it('sends nothing for a caller that gave up while it waited', async () => {
    const sent = jest.fn(async () => OK);
    const controller = new AbortController();
    const limited = limitTransport(sent, {
      concurrency: 1,
      requestsPerSecond: 0.01,
    });
    await limited(REQUEST);
    const waiting = limited({ ...REQUEST, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('lets a caller go that gave up while it waited for a place', async () => {
    const { answers, transport } = pendingTransport();
    const limited = limitTransport(transport, {
      concurrency: 1,
      requestsPerSecond: 1000,
      now: () => 0,
      sleep: async () => undefined,
    });
    const controller = new AbortController();
    const first = limited(REQUEST);
    const second = limited({ ...REQUEST, signal: controller.signal });
    const third = limited(REQUEST);
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    answers[0]();
    await first;
    await settle();
    expect(answers).toHaveLength(2);
    answers[1]();
    expect(await third).toBe(OK);
    // The place is free again.
    const fourth = limited(REQUEST);
    await settle();
    answers[2]();
    expect(await fourth).toBe(OK);
  });
});
