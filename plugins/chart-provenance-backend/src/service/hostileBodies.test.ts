import { mockCredentials } from '@backstage/backend-test-utils';
import {
  as,
  everyRoute,
  OWNER,
  payments,
  routes,
  startAttackedBackend,
} from '../__testUtils__/attackedBackend';

describe('what is written to the new routes', () => {
  let backend: Awaited<ReturnType<typeof startAttackedBackend>>;
  beforeAll(async () => {
    backend = await startAttackedBackend();
  });
  beforeEach(() => jest.clearAllMocks());

  const { signOff, plan, mappings } = routes(payments);
  const done = { result: 'done' };
  it.each<[string, readonly ['put' | 'post', string, object?], object]>([
    [
      'a result from a prototype',
      signOff,
      JSON.parse('{"__proto__": {"result": "done"}}'),
    ],
    [
      'a prototype beside the result',
      signOff,
      JSON.parse('{"result": "done", "__proto__": {"by": "x"}}'),
    ],
    ['a constructor', signOff, { ...done, constructor: {} }],
    ['a list', signOff, [done]],
    ['another time', signOff, { ...done, at: '2020-01-01T00:00:00.000Z' }],
    ['NUL in a note', signOff, { ...done, note: 'a\u0000b' }],
    ['colours of a terminal', signOff, { ...done, note: 'a\u001b[31mb' }],
    ['text turned around', plan, { note: 'not \u202eenod\u202c' }],
    ['an isolate in a plan', plan, { note: '\u2066x' }],
    ['a day as a number', plan, { retireOn: 20300101 }],
    ['a day in other digits', plan, { retireOn: '２０３０-01-01' }],
    [
      'an entity from a prototype',
      mappings,
      {
        mappings: [JSON.parse('{"id": "a", "__proto__": {"entityRef": "x"}}')],
      },
    ],
    [
      'the same chart twice',
      mappings,
      { mappings: [1, 2].map(() => ({ id: 'a', entityRef: null })) },
    ],
    [
      'too many charts',
      mappings,
      {
        mappings: Array.from({ length: 201 }, (_, n) => ({
          id: `c${n}`,
          entityRef: null,
        })),
      },
    ],
    [
      'an entity by a short name',
      mappings,
      { mappings: [{ id: 'a', entityRef: 'payments' }] },
    ],
    [
      'a line in an entity',
      mappings,
      { mappings: [{ id: 'a', entityRef: 'component:default/a\n' }] },
    ],
    ['nobody', mappings, { mappings: [] }],
  ])('is refused with %s', async (_name, [method, path], body) => {
    const answer = await backend.send([method, path, body], as(OWNER));
    expect(answer.status).toBe(400);
    for (const call of backend.content) {
      expect(call).not.toHaveBeenCalled();
    }
  });

  it('may have lines', async () => {
    const note = 'Told\tall three teams.\r\nSee #42 — ✓';
    const [method, path] = signOff;
    const answer = await backend.send(
      [method, path, { ...done, note }],
      as(OWNER),
    );
    expect(answer.status).toBe(200);
    expect(backend.writes.addSignOff).toHaveBeenCalledWith(
      expect.anything(),
      'told-consumers',
      expect.objectContaining({ note }),
      expect.anything(),
    );
  });

  it('is refused when it is large, before anybody looks at it', async () => {
    const [method, path] = signOff;
    const note = 'x'.repeat(2 * 1024 * 1024);
    const answer = await backend.send(
      [method, path, { ...done, note }],
      as(OWNER),
    );
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      'request entity too large',
    ]);
    expect(backend.writes.addSignOff).not.toHaveBeenCalled();
  });

  it.each(everyRoute)(
    'answers no token that is made for static files alone: %s',
    async name => {
      const limited = mockCredentials.limitedUser.cookie(OWNER);
      const answer = await backend
        .send(routes(payments)[name])
        .set('Cookie', limited);
      expect(answer.status).toBe(401);
      for (const call of backend.content) {
        expect(call).not.toHaveBeenCalled();
      }
    },
  );
});
