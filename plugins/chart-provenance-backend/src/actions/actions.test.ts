import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotAllowedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { registerActions } from './registerActions';

const REF = 'component:default/payments';
const ORIGIN = 'oci://ghcr.io/acme/charts';
const chart = (name: string) => ({
  chartId: name.padEnd(16, '0'),
  reference: `${ORIGIN}/${name}`,
});
const row = (version: string) => ({ version, digest: `sha256:${version}` });

function services() {
  const entity = jest.fn(async () => ({
    charts: [chart('payments'), chart('ledger')],
    problems: [],
  }));
  const decision = {
    id: '0',
    decision: 'allow',
    proceed: true,
    dryRun: true,
    resolved: null,
    reasons: [],
  };
  const asked = {
    service: {
      entity,
      versions: jest.fn(async () => ({ items: [row('1.1.0'), row('1.0.0')] })),
      version: jest.fn(async () => ({
        reference: 'oci://x',
        verdict: { status: 'verified' },
        freshness: {},
        tags: [],
        commands: [],
      })),
    },
    consumers: {
      consumers: jest.fn(async () => ({
        items: Array.from({ length: 60 }, (_, id) => ({ id })),
        summary: { total: 60 },
      })),
    },
    migration: {
      migration: jest.fn(async () => ({
        phase: 'cutOver',
        because: 'So.',
        nextStep: null,
        alarms: [],
        checks: [],
      })),
    },
    snippets: {
      snippets: jest.fn(async () => ({ items: [{ id: 'shell' }] })),
      snippet: jest.fn(async () => ({ id: 'shell', files: [] })),
    },
    gate: { decide: jest.fn(async () => decision) },
    lint: {
      lint: jest.fn(async () => ({
        kind: 'command',
        findings: [],
        corrected: null,
        unread: [],
      })),
    },
  };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async (_event: object) => ({
      success: jest.fn(async () => undefined),
      fail: jest.fn(async () => undefined),
    })),
  });
  const registry = actionsRegistryServiceMock();
  registerActions(registry, { ...asked, auditor } as never);
  const invoke = (
    name: string,
    input: JsonObject,
    credentials = mockCredentials.user('user:default/dana'),
  ) => registry.invoke({ id: `test:${name}`, input, credentials });
  return { asked, auditor, registry, invoke };
}

describe('registerActions', () => {
  it('offers reading alone', async () => {
    const { actions } = await services().registry.list();
    expect(actions.map(({ name }) => name).sort()).toEqual([
      'ask-chart-gate',
      'check-chart-references',
      'generate-chart-text',
      'get-chart-migration',
      'get-chart-version',
      'get-component-charts',
      'list-chart-consumers',
    ]);
    actions.forEach(({ attributes }) =>
      expect(attributes).toMatchObject({ readOnly: true, destructive: false }),
    );
  });

  it.each<[string, JsonObject, object]>([
    [
      'get-component-charts',
      { entityRef: 'component:payments' },
      { problems: [] },
    ],
    [
      'get-chart-version',
      { entityRef: REF, chart: `${ORIGIN}/payments`, version: '1.0.0' },
      { version: '1.0.0', verdict: { status: 'verified' } },
    ],
    [
      'get-chart-version',
      { entityRef: REF, chart: `${ORIGIN}/ledger` },
      { version: '1.1.0' },
    ],
    [
      'list-chart-consumers',
      { entityRef: REF, chart: `${ORIGIN}/payments` },
      { summary: { total: 60 }, cut: true },
    ],
    [
      'get-chart-migration',
      { entityRef: REF, chart: `${ORIGIN}/ledger` },
      { phase: 'cutOver' },
    ],
    [
      'generate-chart-text',
      { entityRef: REF, chart: `${ORIGIN}/ledger` },
      { choices: [{ id: 'shell' }] },
    ],
    [
      'generate-chart-text',
      { entityRef: REF, chart: `${ORIGIN}/ledger`, text: 'shell' },
      { text: { id: 'shell' } },
    ],
    ['check-chart-references', { text: 'oci://x' }, { kind: 'command' }],
    [
      'ask-chart-gate',
      { reference: `${ORIGIN}/ledger:1.0.0` },
      { decision: { decision: 'allow' } },
    ],
  ])('%s %j', async (name, input, output) => {
    const answer = await services().invoke(name, input);
    expect(answer.output).toMatchObject(output);
  });

  it('asks with the credentials of whoever asks, and with none of its own', async () => {
    const { asked, invoke } = services();
    const credentials = mockCredentials.user('user:default/mia');
    await invoke('get-component-charts', { entityRef: REF }, credentials);
    expect(asked.service.entity).toHaveBeenCalledWith(REF, { credentials });
  });

  it('never asks the gate as a pipeline, whoever asks, and tells the audit log', async () => {
    const { asked, auditor, invoke } = services();
    const credentials = mockCredentials.service('external:pipeline') as never;
    await invoke('ask-chart-gate', { reference: `${ORIGIN}/a:1` }, credentials);
    expect(asked.gate.decide).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ isUser: true, name: 'external:pipeline' }),
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'gate-decide' }),
    );
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'ask-chart-gate',
      { reference: `${ORIGIN}/a:1\u001b[2J` },
      /without control characters/,
    ],
    ['ask-chart-gate', { reference: 'x'.repeat(100_000) }, /at most 1000/],
    [
      'get-chart-version',
      { entityRef: REF },
      /several charts, so say which: oci:\/\/.*payments, oci:\/\/.*ledger/,
    ],
    [
      'get-chart-version',
      { entityRef: REF, chart: 'oci://x/y' },
      /no such chart; there are/,
    ],
    [
      'get-chart-version',
      { entityRef: REF, chart: `${ORIGIN}/ledger`, version: '9.9.9' },
      /no such version/,
    ],
    [
      'get-component-charts',
      { entityRef: 'payments' },
      /component:default\/payments/,
    ],
    ['get-component-charts', { entityRef: 'component:default/../x' }, /./],
  ])('%s %j is refused with what to do', async (name, input, words) => {
    await expect(services().invoke(name, input)).rejects.toThrow(words);
  });

  it('lets a refusal through, and asks for nothing behind it', async () => {
    const { asked, invoke } = services();
    asked.service.entity.mockRejectedValue(
      new NotAllowedError(
        'This needs the permission chart-provenance.chart.read',
      ),
    );
    await expect(
      invoke('list-chart-consumers', { entityRef: REF }),
    ).rejects.toThrow(/chart-provenance\.chart\.read/);
    expect(asked.consumers.consumers).not.toHaveBeenCalled();
  });
});
