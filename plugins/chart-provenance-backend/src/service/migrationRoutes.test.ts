import {
  as,
  AUTHOR,
  OWNER,
  payments,
  routes,
  startAttackedBackend,
} from '../__testUtils__/attackedBackend';
import { Gatekeeper } from './Gatekeeper';

describe('what the routes of consumers and migration tell whom', () => {
  let backend: Awaited<ReturnType<typeof startAttackedBackend>>;
  beforeAll(async () => {
    backend = await startAttackedBackend();
  });
  beforeEach(() => jest.clearAllMocks());

  it('tells of a consumer whose entity the reader may not see that there is one, and no more', async () => {
    const { status, body } = await backend.send(
      routes(payments).consumers,
      as(OWNER),
    );
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { id: 'mine', owner: 'group:default/team-pay' },
      { id: 'nobody', owner: null },
    ]);
    expect(body.summary).toMatchObject({ total: 3, hidden: 1 });
    expect(JSON.stringify(body)).not.toContain('secret-name');
  });

  it('keeps its name out of the checks and the Markdown, and counts it', async () => {
    const { body } = await backend.send(routes(payments).migration, as(OWNER));
    expect(body.checks[0]).toMatchObject({
      evidence: [{ text: 'one' }, { text: 'the tab' }],
      moreEvidence: 1,
    });
    expect(body.may).toEqual({ signOff: true, plan: true });
    const markdown = await backend.send(routes(payments).markdown, as(OWNER));
    expect(markdown.text).toContain('Two do not');
    expect(markdown.text).not.toContain('secret one');
    expect(markdown.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="migration.md"',
      'x-content-type-options': 'nosniff',
    });
  });

  it('writes who signed off, and audits it', async () => {
    const { send, writes, auditor, auditEvent } = backend;
    const { status } = await send(routes(payments).signOff, as(OWNER));
    expect(status).toBe(200);
    expect(writes.addSignOff).toHaveBeenCalledWith(
      { chartId: 'aaaaaaaaaaaaaaaa' },
      'told-consumers',
      { result: 'done', note: '', expiresOn: null },
      { by: OWNER, at: expect.any(String) },
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'migration-signoff',
        meta: expect.objectContaining({ checkId: 'told-consumers' }),
      }),
    );
    expect(auditEvent.success).toHaveBeenCalledTimes(1);
  });

  const chart = `${payments}/charts/aaaaaaaaaaaaaaaa`;
  it.each<[string, string, object, RegExp]>([
    [
      'a check that a machine decides',
      'checks/signed',
      { result: 'done' },
      /'signed' is nothing that people sign off; these are: told-consumers, immutable-tags/,
    ],
    [
      'an invented result',
      'checks/told-consumers',
      { result: 'pass' },
      /result/,
    ],
    ['no result', 'checks/told-consumers', {}, /result/],
    [
      'a day that is none',
      'checks/told-consumers',
      { result: 'done', expiresOn: '2030-13-40' },
      /expiresOn/,
    ],
    [
      'somebody else as the writer',
      'checks/told-consumers',
      { result: 'done', by: 'user:default/boss' },
      /by|additional/i,
    ],
    [
      'a note without end',
      'checks/told-consumers',
      { result: 'done', note: 'x'.repeat(2001) },
      /note/,
    ],
    [
      'days in the wrong order',
      'plan',
      { cutOverOn: '2030-02-01', retireOn: '2030-01-01' },
      /retireOn/,
    ],
  ])('refuses %s', async (_, path, body, message) => {
    const { send, writes } = backend;
    const answer = await send(
      ['put', `${chart}/migration/${path}`, body],
      as(OWNER),
    );
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect(writes.addSignOff).not.toHaveBeenCalled();
    expect(writes.addPlan).not.toHaveBeenCalled();
  });

  it('lets nobody but an operator speak for a whole registry', async () => {
    const { send, writes } = backend;
    const ledger = '/entities/component/default/ledger/charts/bbbbbbbbbbbbbbbb';
    const path = `${ledger}/migration/checks/immutable-tags`;
    const answer = await send(['put', path, { result: 'done' }], as(AUTHOR));
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain('index.operate');
    expect(writes.addSignOff).not.toHaveBeenCalled();
    const own = `${chart}/migration/checks/immutable-tags`;
    await send(['put', own, { result: 'done' }], as(OWNER));
    expect(writes.addSignOff).toHaveBeenCalledWith(
      { registry: 'ghcr.io' },
      'immutable-tags',
      expect.anything(),
      expect.anything(),
    );
  });

  it('names broken documents to operators only', async () => {
    const own = await backend.send(routes(payments).consumes, as(OWNER));
    expect(own.body.sources[0].documents).toHaveLength(1);
    const ledger = '/entities/component/default/ledger/consumes';
    const other = await backend.send(['get', ledger], as(AUTHOR));
    expect(other.body.sources[0]).toMatchObject({
      documents: [],
      documentProblems: 1,
    });
  });
});

describe('Gatekeeper', () => {
  it('asks the catalog for many entities in parts that it takes', async () => {
    const getEntitiesByRefs = jest.fn(
      async ({ entityRefs }: { entityRefs: string[] }) => ({
        items: entityRefs.map(() => undefined),
      }),
    );
    const gate = new Gatekeeper({
      catalog: { getEntityByRef: jest.fn(), getEntitiesByRefs },
      permissions: { authorize: jest.fn() },
    });
    const refs = Array.from(
      { length: 401 },
      (_, n) => `component:default/${n}`,
    );
    const caller = {
      credentials: {
        $$type: '@backstage/BackstageCredentials' as const,
        principal: {},
      },
    };
    expect((await gate.visible([...refs, ...refs], caller)).size).toBe(0);
    expect(
      getEntitiesByRefs.mock.calls.map(([{ entityRefs }]) => entityRefs.length),
    ).toEqual([200, 200, 1]);
  });
});
