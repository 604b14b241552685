import { mockCredentials } from '@backstage/backend-test-utils';
import { DECISION, gateStore } from '../../__testUtils__/attackedGate';
import { DecisionRecord, GateSubject } from '../../store';
import { GateCaller } from '../GateService';
import { parseGateReport } from '../request/parseGateReport';
import { GateReports } from './GateReports';

const NOW = new Date('2025-11-25T00:00:00.000Z');
const caller: GateCaller = {
  name: 'external:ci',
  isUser: false,
  credentials: mockCredentials.service('external:ci'),
};
const SUBJECT: GateSubject = {
  chart: {
    chartId: 'aaaaaaaaaaaaaaaa',
    registry: 'ghcr.io',
    repository: 'acme/charts/payments',
    owner: 'component:default/payments',
    knownBy: 'convention',
    expectedSource: null,
    policies: [],
    requestedPolicies: [],
    conflict: [],
  },
  judgedWith: null,
  lastSuccessAt: null,
  problem: null,
  version: null,
};

function setUp(options: { mayRead?: boolean; known?: DecisionRecord } = {}) {
  const { mayRead = true, known } = options;
  const store = gateStore();
  store.subject.mockResolvedValue(SUBJECT);
  store.decision.mockImplementation(async id =>
    known?.decision.id === id ? known : undefined,
  );
  const reports = new GateReports({
    store,
    sight: { mayRead: async () => mayRead },
    chartIdOf: () => 'aaaaaaaaaaaaaaaa',
    pageOf: id => `https://backstage.acme.dev/gate?decision=${id}`,
    now: () => NOW,
  });
  return { store, reports };
}

const reported = (changes: object = {}) => ({
  decision: { ...DECISION, ...changes },
  require: null,
});

describe('reports', () => {
  it('are kept as the reporter’s word, with what is known here of chart and owner', async () => {
    const { store, reports } = setUp();
    const hostile = reported({
      chartId: 'bbbbbbbbbbbbbbbb',
      entityRef: 'component:default/victim',
      resolved: `oci://ghcr.io/victim/charts/ledger@${DECISION.digest}`,
      url: 'https://evil.dev/phish',
      reasons: [
        {
          code: 'rollback',
          message: 'm',
          side: 'chart',
          fix: 'f',
          who: { kind: 'owner', entityRef: 'component:default/victim' },
          passing: false,
        },
      ],
    });
    const parsed = parseGateReport({ decisions: [hostile] });
    expect(await reports.take(parsed, caller)).toEqual({
      accepted: 1,
      known: 0,
    });
    const [[[kept]]] = store.addAll.mock.calls;
    expect(kept.caller).toBe('external:ci');
    expect(kept.decision).toMatchObject({
      id: DECISION.id,
      chartId: 'aaaaaaaaaaaaaaaa',
      entityRef: 'component:default/payments',
      resolved: DECISION.resolved,
      url: `https://backstage.acme.dev/gate?decision=${DECISION.id}`,
      offline: { ...DECISION.offline, reportedAt: NOW.toISOString() },
    });
    expect(kept.decision.reasons[0].who.entityRef).toBe(
      'component:default/payments',
    );
  });

  it('are not kept twice, and take no id that is another’s', async () => {
    const told = { ...reported(), caller: 'external:ci' };
    const again = setUp({ known: told });
    expect(await again.reports.take([reported()], caller)).toEqual({
      accepted: 0,
      known: 1,
    });
    const others = setUp({ known: { ...told, caller: 'external:other' } });
    expect(await others.reports.take([reported()], caller)).toEqual({
      accepted: 1,
      known: 0,
    });
    const [[[kept]]] = others.store.addAll.mock.calls;
    expect(kept.decision.id).not.toBe(DECISION.id);
    expect(kept.decision.url).toContain(kept.decision.id);
    // One of the backend's own decisions is nobody's to tell of.
    const own = { ...told, decision: { ...DECISION, offline: null } };
    const { reports, store } = setUp({ known: own });
    await reports.take([reported()], caller);
    expect(store.addAll.mock.calls[0][0][0].decision.id).not.toBe(DECISION.id);
  });

  it('are refused as a whole for a chart that the reporter may not see', async () => {
    const { store, reports } = setUp({ mayRead: false });
    await expect(reports.take([reported()], caller)).rejects.toThrow(
      'decisions.0: There is no such chart in the index, or you may not see it',
    );
    expect(store.addAll).not.toHaveBeenCalled();
  });

  it.each([
    ['a time to come', { decidedAt: '2025-11-25T00:06:00.000Z' }, /future/],
    [
      'an id of another time',
      { decidedAt: '2025-11-24T11:00:00.000Z' },
      /ULID of/,
    ],
    ['a reference that is none', { reference: 'x' }, /oci:\/\//],
    [
      'a digest that was not asked for',
      { digest: `sha256:${'b'.repeat(64)}` },
      /digest: is another than the reference names/,
    ],
  ])('are refused with %s', async (_, changes, message) => {
    const { store, reports } = setUp();
    await expect(reports.take([reported(changes)], caller)).rejects.toThrow(
      message,
    );
    expect(store.addAll).not.toHaveBeenCalled();
  });

  it.each<[string, unknown, RegExp]>([
    ['no list', {}, /decisions/],
    ['none', { decisions: [] }, /at least one/],
    ['too many', { decisions: Array(101).fill(reported()) }, /at most 100/],
    ['the same twice', { decisions: [reported(), reported()] }, /once/],
    ['more than is known', { decisions: [reported({ x: 1 })] }, /x/],
    [
      'an online decision',
      { decisions: [reported({ offline: null })] },
      /offline/,
    ],
    ['an id of its own', { decisions: [reported({ id: 'mine' })] }, /ULID/],
    [
      'a reason of its own',
      { decisions: [reported({ reasons: [{ code: 'fine' }] })] },
      /no reason of the gate/,
    ],
    [
      'an escape sequence',
      { decisions: [reported({ version: '1\u001b[2J' })] },
      /control characters/,
    ],
    [
      'turned text',
      { decisions: [reported({ url: 'https://a\u202e' })] },
      /control characters/,
    ],
  ])('are refused by their shape: %s', (_, body, message) => {
    expect(() => parseGateReport(body)).toThrow(message);
  });
});
