import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import {
  digestOf,
  OPERATOR,
  OUTSIDER,
  STRANGER,
} from './__testUtils__/gateCompany';
import {
  codesOf,
  gateDatabases,
  GateFixture,
  GOOD,
} from './__testUtils__/GateFixture';
import { until } from './__testUtils__/startPlugin';

jest.setTimeout(180_000);

const databases = gateDatabases();
const DIGEST = `sha256:${'0'.repeat(64)}`;

describe.each(databases.eachSupportedId())(
  'the gate, when something fails or is hidden, on %s',
  id => {
    const gate = new GateFixture(() => databases.init(id));

    it('tells nobody whether a chart is there that they may not see', async () => {
      const { registry } = gate.company;
      const answerTo = async (name: string, version: string) => {
        const { status, body, headers } = await gate.ask(
          { reference: gate.company.referenceOf(name, version) },
          STRANGER,
        );
        const {
          id: _id,
          url,
          reference: _reference,
          decidedAt,
          ...rest
        } = body;
        expect([typeof url, typeof decidedAt]).toEqual(['string', 'string']);
        return { status, rest, retry: headers['retry-after'] };
      };
      registry.clearRequests();
      const hidden = await answerTo(
        'ledger',
        `@${digestOf('ledger', '3.2.0')}`,
      );
      expect(hidden).toMatchObject({
        status: 412,
        rest: { chartId: null, entityRef: null, digest: null, policies: [] },
      });
      for (const [name, version] of [
        ['ledger', `:stranger@${DIGEST}`],
        ['ledger', ':stranger'],
        ['nothing', `@${digestOf('ledger', '3.2.0')}`],
        ['nothing', ':stranger'],
        ['deep/nothing', ':stranger'],
      ]) {
        expect([name, await answerTo(name, version)]).toEqual([name, hidden]);
      }
      const elsewhere = { reference: `oci://ghcr.io/acme/x@${DIGEST}` };
      const { body: other } = await gate.ask(elsewhere, STRANGER);
      expect(other.reasons).toEqual(hidden.rest.reasons);
      const asked = registry.requests.map(({ path }) => path);
      expect(asked.filter(path => /stranger|nothing/.test(path))).toEqual([]);
    });

    it('lets only those in who may ask, and takes questions of people for dry runs', async () => {
      const reference = gate.company.referenceOf('payments', GOOD);
      expect((await gate.ask({ reference }, OUTSIDER)).status).toBe(403);
      const { body } = await gate.ask({ reference }, OPERATOR);
      expect([body.decision, body.dryRun]).toEqual(['allow', true]);
    });

    it('cannot tell of a tag while the registry is away, and can of a digest', async () => {
      gate.company.registry.setFaults([
        { fault: { kind: 'status', status: 500 } },
      ]);
      const [status, open] = await gate.decide(':1.8.2');
      expect([status, open.decision, codesOf(open)]).toEqual([
        503,
        'undecided',
        ['registry-unreachable'],
      ]);
      gate.company.registry.setFaults([{ fault: { kind: 'hang' } }]);
      const [slow, late] = await gate.decide(':1.8.2');
      expect([slow, codesOf(late)]).toEqual([503, ['registry-unreachable']]);
      expect((await gate.decide(GOOD))[0]).toBe(200);
      gate.company.registry.setFaults([]);
      expect((await gate.decide(':1.8.2'))[0]).toBe(200);
    });

    it.each(['gate_decisions', 'verdicts', 'charts'])(
      'says nothing while %s cannot be written or read',
      async table => {
        await gate.knex.schema.renameTable(table, `${table}_away`);
        try {
          for (const version of [GOOD, ':1.8.2', ':9.9.9']) {
            const answer = await gate.ask({
              reference: gate.company.referenceOf('payments', version),
            });
            expect([table, answer.status]).toEqual([table, 503]);
            expect(answer.text).not.toContain('allow');
          }
        } finally {
          await gate.knex.schema.renameTable(`${table}_away`, table);
        }
        expect((await gate.decide(GOOD))[0]).toBe(200);
      },
    );

    it('says nothing that the audit log does not know of', async () => {
      const { auditor } = gate.company;
      const reference = gate.company.referenceOf('payments', GOOD);
      const success = jest.fn().mockRejectedValue(new Error('full'));
      const fail = jest.fn();
      auditor.createEvent.mockRejectedValueOnce(new Error('away'));
      expect((await gate.ask({ reference })).status).toBe(503);
      auditor.createEvent.mockResolvedValueOnce({ success, fail });
      const answer = await gate.ask({ reference });
      expect([answer.status, answer.body.decision]).toEqual([503, undefined]);
      expect(success).toHaveBeenCalledTimes(1);
      const told = { success: jest.fn(), fail };
      auditor.createEvent.mockResolvedValueOnce(told);
      const { body } = await gate.ask({ reference });
      expect(auditor.createEvent).toHaveBeenLastCalledWith(
        expect.objectContaining({
          eventId: 'gate-decide',
          severityLevel: 'low',
        }),
      );
      expect(told.success).toHaveBeenCalledWith({
        meta: expect.objectContaining({ id: body.id, decision: 'allow' }),
      });
    });

    it('refuses at the next question what came to be distrusted, and whoever asks too often', async () => {
      await gate.restart([
        {
          id: 'incident',
          reason: 'the repository was taken over',
          sourceRepository: 'github.com/acme/payments',
        },
      ]);
      const [, decision] = await until(
        () => gate.decide(GOOD),
        ([status, { decision: said }]) =>
          status !== 503 && said !== 'undecided',
      );
      expect(decision.decision).toBe('deny');
      expect(codesOf(decision)).toContain('distrusted');
      const { body } = await gate.get('/gate/decisions?limit=200', OPERATOR);
      const since = body.items
        .filter((one: GateDecision) => one.digest === GOOD.slice(1))
        .filter((one: GateDecision) => one.policyHash === decision.policyHash);
      expect(
        since.filter((one: GateDecision) => one.decision === 'allow'),
      ).toEqual([]);
      const reference = gate.company.referenceOf('payments', GOOD);
      const limited = await until(
        async () =>
          (
            await Promise.all(
              [...Array(100)].map(() => gate.ask({ reference })),
            )
          ).find(({ status }) => status === 429),
        found => found !== undefined,
      );
      expect(Number(limited!.headers['retry-after'])).toBeGreaterThan(0);
    });
  },
);
