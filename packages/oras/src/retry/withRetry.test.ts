import type { TransportRequest, TransportResponse } from '../egress/Transport';
import { OrasError } from '../error/OrasError';
import { parseRetryAfter } from './parseRetryAfter';
import { withRetry } from './withRetry';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const get = { method: 'GET', url: 'https://a.io/' } as const;

function answer(status: number, retryAfter?: string): TransportResponse {
  const headers: Record<string, string> = retryAfter
    ? { 'retry-after': retryAfter }
    : {};
  return { status, headers, body: new Uint8Array() };
}

function scripted(outcomes: (TransportResponse | Error)[]) {
  const waits: number[] = [];
  const requests: TransportRequest[] = [];
  const transport = withRetry(
    async request => {
      requests.push(request);
      const outcome = outcomes[Math.min(requests.length, outcomes.length) - 1];
      if (outcome instanceof Error) {
        throw outcome;
      }
      return outcome;
    },
    {
      now: () => NOW,
      random: () => 0.5,
      sleep: async ms => {
        waits.push(ms);
      },
    },
  );
  return { transport, waits, requests };
}

describe('withRetry', () => {
  it('backs off twice as long each time, then answers', async () => {
    const { transport, waits } = scripted([
      answer(503),
      new OrasError('network', 'reset'),
      answer(502),
      answer(200),
    ]);
    expect((await transport(get)).status).toBe(200);
    expect(waits).toEqual([187.5, 375, 750]);
  });

  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Thu, 01 Jan 2026 00:00:03 GMT', 3_000],
    ['a past date', 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['nonsense', 'soon', 187.5],
  ])('waits as long as %s say', async (_, retryAfter, wait) => {
    const { transport, waits } = scripted([
      answer(429, retryAfter),
      answer(200),
    ]);
    expect((await transport(get)).status).toBe(200);
    expect(waits).toEqual([wait]);
  });

  it('does not wait longer than it may, and says how long it should', async () => {
    const { transport, waits, requests } = scripted([answer(429, '3600')]);
    await expect(transport(get)).rejects.toMatchObject({
      code: 'rate-limited',
      status: 429,
      host: 'a.io',
      retryAfterMs: 3_600_000,
    });
    expect(waits).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it('gives up after four attempts', async () => {
    const limited = scripted([answer(429)]);
    await expect(limited.transport(get)).rejects.toMatchObject({
      code: 'rate-limited',
    });
    expect(limited.requests).toHaveLength(4);
    const down = scripted([answer(503)]);
    expect((await down.transport(get)).status).toBe(503);
    expect(down.requests).toHaveLength(4);
    const reset = scripted([new OrasError('network', 'reset')]);
    await expect(reset.transport(get)).rejects.toMatchObject({
      code: 'network',
    });
    expect(reset.requests).toHaveLength(4);
  });

  it.each<[string, Partial<TransportRequest>, TransportResponse | Error]>([
    ['a POST', { method: 'POST' }, answer(503)],
    ['a PUT', { method: 'PUT' }, new OrasError('network', 'reset')],
    ['a timeout', {}, new OrasError('timeout', 'slow')],
    ['a refusal', {}, new OrasError('egress-refused', 'no')],
    ['an error of the server', {}, answer(500)],
    ['a 404', {}, answer(404)],
  ])('sends %s once', async (_, request, outcome) => {
    const { transport, requests } = scripted([outcome]);
    await transport({ ...get, ...request }).catch(() => undefined);
    expect(requests).toHaveLength(1);
  });

  it('sends a PUT again that is marked as idempotent', async () => {
    const { transport, requests } = scripted([answer(503), answer(201)]);
    await transport({ ...get, method: 'PUT', idempotent: true });
    expect(requests).toHaveLength(2);
  });

  it('stops waiting when the caller gives up', async () => {
    const controller = new AbortController();
    const transport = withRetry(async () => answer(429, '15'));
    const sent = transport({ ...get, signal: controller.signal });
    setImmediate(() => controller.abort());
    await expect(sent).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('parseRetryAfter', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['99999999999', undefined],
    ['9999999999', 7 * 24 * 3_600_000],
    ['0', 0],
  ])('%s: %s', (text, expected) => {
    expect(parseRetryAfter(text, NOW)).toBe(expected);
  });
});
