import {
  as,
  LIMITED,
  OWNER,
  startAttackedBackend,
} from '../__testUtils__/attackedBackend';

describe('POST /status/doctor', () => {
  let backend: Awaited<ReturnType<typeof startAttackedBackend>>;
  beforeAll(async () => {
    backend = await startAttackedBackend();
  });
  beforeEach(() => jest.clearAllMocks());

  it('runs once for whoever may, is audited, and is remembered for the status', async () => {
    const { auditor, examine, reads, send } = backend;
    const created = jest.spyOn(auditor, 'createEvent');
    let finish: (() => void) | undefined;
    const report = await examine.getMockImplementation()?.();
    examine.mockImplementationOnce(async () => {
      await new Promise<void>(resolve => {
        finish = resolve;
      });
      return report!;
    });
    const first = send(['post', '/status/doctor'], as(OWNER)).then(one => one);
    while (!finish) {
      await new Promise(resolve => setImmediate(resolve));
    }
    const meanwhile = await send(['post', '/status/doctor'], as(OWNER));
    expect(meanwhile.status).toBe(429);
    finish();
    const answer = await first;
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(report);

    const again = await send(['post', '/status/doctor'], as(OWNER));
    expect(again.status).toBe(429);
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
    expect(examine).toHaveBeenCalledTimes(1);
    const events = created.mock.calls.map(([{ eventId }]) => eventId);
    expect(events).toEqual(Array(3).fill('doctor-run'));

    reads.status.mockResolvedValue({
      charts: { total: 0, firstIndexing: 0, failed: 0, partial: 0, unowned: 0 },
      queue: { due: 0, leased: 0, oldestDueAt: null },
      catalog: { lastDiscoveryAt: null, problem: null },
      registries: [],
    });
    const status = await send(['get', '/status'], as(OWNER));
    expect(status.body.doctor).toEqual(report);
  });

  it('takes nothing from the caller', async () => {
    const { examine, send } = backend;
    const answer = await send(['post', '/status/doctor'], as(LIMITED)).send({
      registry: 'evil.dev',
    });
    expect(answer.status).toBe(403);
    expect(examine).not.toHaveBeenCalled();
    const asked = await send(
      ['post', '/status/doctor?registry=evil.dev'],
      as(OWNER),
    );
    expect(asked.status).toBe(400);
  });
});
