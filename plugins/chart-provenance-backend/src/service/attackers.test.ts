import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  as,
  AUTHOR,
  chartRoutes,
  entityRoutes,
  everyRoute,
  HOSTILE,
  ledger,
  LIMITED,
  operatorRoutes,
  OWNER,
  PAYMENTS,
  payments,
  RouteName,
  routes,
  startAttackedBackend,
  TENANT,
  userRoutes,
} from '../__testUtils__/attackedBackend';

describe('attackers × routes', () => {
  let backend: Awaited<ReturnType<typeof startAttackedBackend>>;
  beforeAll(async () => {
    backend = await startAttackedBackend();
  });
  beforeEach(() => jest.clearAllMocks());

  type Attack = [string, string | undefined, RouteName, string, string, number];
  const attack = (
    who: string,
    authorization: string | undefined,
    names: RouteName[],
    entity: string,
    chart: string,
    status: number,
  ): Attack[] =>
    names.map(name => [who, authorization, name, entity, chart, status]);

  it.each<Attack>([
    ...attack('anonymous', undefined, everyRoute, payments, PAYMENTS, 401),
    ...attack(
      'a registry writer with registry credentials',
      'Basic d3JpdGVyOnNlY3JldA==',
      everyRoute,
      payments,
      PAYMENTS,
      401,
    ),
    ...attack(
      'a forged token',
      'Bearer not-a-token',
      everyRoute,
      payments,
      PAYMENTS,
      401,
    ),
    ...attack(
      'another tenant',
      as(TENANT),
      [...entityRoutes, ...chartRoutes],
      payments,
      PAYMENTS,
      404,
    ),
    ...attack(
      'another tenant, for the operator',
      as(TENANT),
      operatorRoutes,
      payments,
      PAYMENTS,
      403,
    ),
    ...attack(
      'somebody asking for an entity that is not there',
      as(OWNER),
      [...entityRoutes, ...chartRoutes],
      '/entities/component/default/nowhere',
      PAYMENTS,
      404,
    ),
    ...attack(
      'a reader of the catalog without permission',
      as(LIMITED),
      everyRoute,
      payments,
      PAYMENTS,
      403,
    ),
    ...attack(
      'a service, where only people may',
      mockCredentials.service.header(),
      userRoutes,
      payments,
      PAYMENTS,
      403,
    ),
    ...attack(
      'a catalog author, with the chart of another under an own entity',
      as(AUTHOR),
      chartRoutes,
      ledger,
      PAYMENTS,
      404,
    ),
    ...attack(
      'a catalog author, with a chart that is not there',
      as(AUTHOR),
      chartRoutes,
      ledger,
      'cccccccccccccccc',
      404,
    ),
  ])(
    '%s (%s) at %s of %s, chart %s: %i, and nothing is read or written',
    async (_, authorization, name, entity, chart, status) => {
      const { content, send } = backend;
      const answer = await send(routes(entity, chart)[name], authorization);
      expect(answer.status).toBe(status);
      for (const call of content) {
        expect(call).not.toHaveBeenCalled();
      }
    },
  );

  it('answers alike for an entity that is hidden and one that is not there', async () => {
    const { send } = backend;
    const hidden = await send(['get', payments], as(TENANT));
    const missing = await send(
      ['get', '/entities/component/default/nowhere'],
      as(TENANT),
    );
    const shape = ({ status, body }: request.Response) => ({
      status,
      name: body.error.name,
      message: body.error.message.replace(/\/\w+$/, ''),
    });
    expect(shape(hidden)).toEqual(shape(missing));
  });

  it('answers alike for a chart of another and one that is not there', async () => {
    const { send } = backend;
    const other = await send(routes(ledger, PAYMENTS).versions, as(AUTHOR));
    const missing = await send(
      routes(ledger, 'cccccccccccccccc').versions,
      as(AUTHOR),
    );
    expect(other.body.error).toEqual(missing.body.error);
  });

  it('lets the owner in', async () => {
    const { send, queue } = backend;
    const open = ['entity', 'versions', 'sbom', 'history', 'evidence'] as const;
    for (const name of open) {
      const answer = await send(routes(payments)[name], as(OWNER));
      expect([name, answer.status]).toEqual([name, 200]);
    }
    expect(queue.makeDue).not.toHaveBeenCalled();
  });

  it('serves evidence so that no browser runs it', async () => {
    const answer = await backend.send(routes(payments).evidence, as(OWNER));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="evidence-sha256-${'b'.repeat(
        64,
      )}.bin"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(answer.body.toString()).toBe(HOSTILE);
  });

  it('audits a refresh that is made, one that comes too soon, and one that is denied', async () => {
    const { send, auditor, auditEvent, queue } = backend;
    const made = await send(routes(payments).refresh, as(OWNER));
    expect([made.status, made.body]).toEqual([
      202,
      { dueAt: expect.any(String) },
    ]);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'chart-refresh',
        meta: { entityRef: 'component:default/payments', chartId: PAYMENTS },
      }),
    );
    expect(auditEvent.success).toHaveBeenCalledTimes(1);

    const soon = await send(routes(payments).refresh, as(OWNER));
    expect([soon.status, Number(soon.headers['retry-after'])]).toEqual([
      429, 30,
    ]);
    const denied = await send(routes(payments).refresh, as(LIMITED));
    expect(denied.status).toBe(403);
    expect(auditEvent.fail).toHaveBeenCalledTimes(2);
    expect(queue.makeDue).toHaveBeenCalledTimes(1);
  });
});
