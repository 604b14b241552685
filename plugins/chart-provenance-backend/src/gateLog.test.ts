import {
  GateLogPage,
  GateLogRow,
} from 'backstage-plugin-chart-provenance-common';
import { DECISION } from './__testUtils__/attackedGate';
import {
  CI,
  digestOf,
  FLOODER,
  OPERATOR,
  STRANGER,
} from './__testUtils__/gateCompany';
import { gateDatabases, GateFixture, GOOD } from './__testUtils__/GateFixture';

jest.setTimeout(180_000);

const databases = gateDatabases();

describe.each(databases.eachSupportedId())('what was decided on %s', id => {
  const gate = new GateFixture(() => databases.init(id));

  beforeAll(async () => {
    const of = (name: string, tag: string) =>
      gate.company.referenceOf(name, `@${digestOf(name, tag)}`);
    const rejected = of('payments', '1.8.1');
    await gate.ask({ reference: gate.company.referenceOf('payments', GOOD) });
    await gate.ask({ reference: rejected, environment: 'soon' });
    await gate.ask({ reference: rejected }, OPERATOR);
    await gate.ask({ reference: of('inventory', '1.1.0') });
    await gate.ask({ reference: of('ledger', '3.2.0') });
    await gate.ask({ reference: of('ledger', '3.2.0') }, STRANGER);
  });

  it('lists what was decided about what the caller may see, and to operators all of it', async () => {
    const log = async (as: string, query = ''): Promise<GateLogPage> =>
      (await gate.get(`/gate/decisions?limit=200${query}`, as).expect(200))
        .body;
    const entities = ({ items }: GateLogPage) => [
      ...new Set(items.map(one => one.entityRef)),
    ];
    expect(entities(await log(CI)).sort()).toEqual(
      ['inventory', 'ledger', 'payments'].map(
        name => `component:default/${name}`,
      ),
    );
    expect(entities(await log(STRANGER))).not.toContain(
      'component:default/ledger',
    );
    const all = await log(OPERATOR);
    expect(entities(all)).toContain(null);
    expect(new Set(all.items.map(({ caller }) => caller))).toEqual(
      new Set(['external:ci', 'external:stranger', 'user:default/operator']),
    );
    expect((await log(CI)).items.map(({ caller }) => caller)).not.toContain(
      'external:ci',
    );
    const ids = all.items.map(one => one.id);
    expect(ids).toEqual([...ids].sort().reverse());
    const some = await log(OPERATOR, '&environment=soon&decision=deny');
    expect(some.items).toHaveLength(1);
    expect(some.environments.map(({ name }) => name)).toEqual([
      'default',
      'production',
      'keyed',
      'soon',
    ]);
  });

  it('writes the log out, page after page', async () => {
    const file = async (format: string, as: string) =>
      gate
        .get(`/gate/decisions/export?format=${format}`, as)
        .buffer(true)
        .parse((res, done) => {
          let text = '';
          res.on('data', chunk => (text += chunk));
          res.on('end', () => done(null, text));
        })
        .expect(200)
        .expect('Cache-Control', 'no-store');
    const { body: csv } = await file('csv', OPERATOR);
    const { body: lines } = await file('jsonl', OPERATOR);
    const rows = lines
      .trimEnd()
      .split('\n')
      .map((line: string) => JSON.parse(line));
    expect(rows).toHaveLength(6);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
    expect(csv).toMatch(/^id,decidedAt,decision,/);
    const { body: hidden } = await file('jsonl', STRANGER);
    expect(hidden).not.toContain('component:default/ledger');
  });

  it('keeps what was decided elsewhere as the word of whoever tells it, once', async () => {
    const told = async (name: string, as: string) => {
      const reference = gate.company.referenceOf(name, GOOD);
      const digest = GOOD.slice(1);
      const decision = {
        ...DECISION,
        ...{ reference, digest, environment: 'elsewhere' },
      };
      const { status, body } = await gate.plugin
        .request('post', '/gate/reports')
        .set('Authorization', as)
        .send({ decisions: [{ decision, require: null }] });
      return [status, body.error?.name ?? body];
    };
    expect(await told('ledger', STRANGER)).toEqual([404, 'NotFoundError']);
    expect(await told('payments', CI)).toEqual([
      200,
      { accepted: 1, known: 0 },
    ]);
    expect(await told('payments', CI)).toEqual([
      200,
      { accepted: 0, known: 1 },
    ]);
    const { body } = await gate.get(
      '/gate/decisions?environment=elsewhere',
      OPERATOR,
    );
    expect(body.items).toEqual([
      expect.objectContaining({
        id: DECISION.id,
        caller: 'external:ci',
        entityRef: 'component:default/payments',
        offline: {
          ...DECISION.offline,
          reportedAt: expect.stringMatching(/^20/),
        },
      }),
    ]);
    const other = await gate.get(`/gate/decisions/${DECISION.id}`, STRANGER);
    expect(other.status).toBe(200);
  });

  it('takes no more reports than questions, so that nobody fills the log', async () => {
    const reference = gate.company.referenceOf('payments', GOOD);
    const decisions = [...Array(60).keys()].map(at => ({
      decision: {
        ...DECISION,
        ...{ reference, digest: GOOD.slice(1), environment: 'elsewhere' },
        id: `${DECISION.id.slice(0, -2)}${String(at).padStart(2, '0')}`,
      },
      require: null,
    }));
    const tell = async () =>
      (
        await gate.plugin
          .request('post', '/gate/reports')
          .set('Authorization', FLOODER)
          .send({ decisions })
      ).status;
    const taken = [];
    for (let at = 0; at < 12; at += 1) {
      taken.push(await tell());
    }
    // 400 questions a minute, and no time passes to speak of.
    expect(taken.filter(status => status === 200).length).toBeLessThan(9);
    expect(taken).toContain(429);
  });

  it('shows one decision to nobody who may not see its chart', async () => {
    const { body } = await gate.get('/gate/decisions?limit=200', OPERATOR);
    const find = (wanted: (row: GateLogRow) => boolean): string =>
      `/gate/decisions/${body.items.find(wanted).id}`;
    const ofLedger = find(row => row.entityRef?.endsWith('/ledger') === true);
    expect((await gate.get(ofLedger, STRANGER)).status).toBe(404);
    expect((await gate.get(ofLedger, CI)).status).toBe(200);
    // Of no chart: whoever asked was told as much already.
    const ofNone = find(row => row.entityRef === null);
    expect((await gate.get(ofNone, STRANGER)).status).toBe(200);
    expect((await gate.get(ofNone, CI)).status).toBe(404);
  });

  it('shows the environments of a chart to those who may read it', async () => {
    const { charts } = await gate.plugin.entity('payments');
    const path = `/entities/component/default/payments/charts/${charts[0].chartId}/gate`;
    const { body } = await gate.plugin.request('get', path).expect(200);
    expect(body).toContainEqual({
      name: 'keyed',
      enforced: true,
      enforcedFrom: null,
      policies: ['acme-key'],
      requireDigest: false,
      maxAgeSeconds: 3600,
    });
    const other = path.replace('/payments/', '/ledger/');
    await gate.plugin.request('get', other).expect(404);
  });

  it('gives out what is decided by offline, to those who may see the chart', async () => {
    const policyOf = (name: string, as: string) =>
      gate.get(
        `/gate/policy?reference=${gate.company.referenceOf(name, '')}`,
        as,
      );
    const { body } = await policyOf('ledger', CI).expect(200);
    expect(body).toMatchObject({
      format: 'chart-provenance/gate-policy/v1',
      chart: { repository: 'acme/charts/ledger', policies: ['acme-key'] },
    });
    expect(body.environments.map(({ name }: { name: string }) => name)).toEqual(
      ['default', 'production', 'keyed', 'soon'],
    );
    const hidden = await policyOf('ledger', STRANGER).expect(404);
    const missing = await policyOf('nothing', STRANGER).expect(404);
    expect(hidden.body.error).toEqual(missing.body.error);
  });
});
