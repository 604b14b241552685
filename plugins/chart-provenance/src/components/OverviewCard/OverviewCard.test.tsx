import { screen, waitFor } from '@testing-library/react';
import {
  answer,
  blankChart,
  chartOverview,
  chartSummary,
  consumedChart,
  consumerRow,
  consumerSummary,
  dependencyRow,
  digestOf,
  entity as payments,
  entityOverview,
  entityProblem,
  entityProvenance,
  FakeChartProvenance,
  noConsumers,
  runningLine,
  verified,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OverviewCard } from './OverviewCard';

const tab = '/catalog/default/component/payments/chart-provenance';

describe('OverviewCard', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  it('says what the newest version is worth, and leads to the rest', async () => {
    const view = await renderPage(<OverviewCard />, { api });
    const version = await screen.findByText('payments 1.8.2');
    expect(version.closest('a')).toHaveAttribute(
      'href',
      `${tab}?chart=chart-payments00&version=${encodeURIComponent(
        digestOf(182),
      )}`,
    );
    expect(view.container).toHaveTextContent('payments 1.8.2, newest');
    expect(view.container).toHaveTextContent('signed by acme/payments');
    expect(view.container).toHaveTextContent('seen 2 min ago');
    expect(screen.getByText('Rejected 1').closest('a')).toHaveAttribute(
      'href',
      `${tab}?chart=chart-payments00&status=rejected`,
    );
    expect(screen.queryByText(/Could not check/)).toBeNull();
  });

  it('is not there at all without charts and problems', async () => {
    api.entity = entityProvenance({ charts: [] });
    const view = await renderPage(<OverviewCard />, { api });
    await waitFor(() => expect(api.asked).toHaveLength(2));
    expect(view.container).not.toHaveTextContent('Chart provenance');
  });

  it.each([
    [
      'a problem without any chart',
      entityProvenance({
        charts: [],
        problems: [entityProblem({ code: 'annotation-invalid' })],
      }),
      /An annotation does not parse\. See what to do/,
    ],
    [
      'nothing published',
      entityProvenance({ charts: [blankChart({ state: 'empty' })] }),
      /payments: Nothing is in the registry yet\. See what to do/,
    ],
    [
      'nobody said who may sign',
      entityProvenance({ charts: [chartSummary({ policies: [] })] }),
      /Nobody has said who may sign this chart\./,
    ],
    ['a failure', answer(500), /The backend failed .*What to do:/],
  ])('has words for %s', async (_state, entity, words) => {
    api.entity = entity;
    const view = await renderPage(<OverviewCard />, { api });
    await waitFor(() => expect(view.container).toHaveTextContent(words));
  });

  it('says what runs first, then who uses it and whose turn it is', async () => {
    const view = await renderPage(<OverviewCard />, { api });
    await screen.findByText('Production');
    const text = view.container.textContent ?? '';
    expect(text).toMatch(
      /Production runs payments 1\.8\.1 in 3 of 4 clusters\s*Rejected: wrong identity\s*Move to 1\.8\.2, which is verified/,
    );
    expect(text.indexOf('Production runs')).toBeLessThan(
      text.indexOf(', newest'),
    );
    expect(text).toContain(
      'Used by 3: 1 by digest · 1 by exact version · 1 from the legacy repository',
    );
    expect(text).toContain(
      'Move to OCI: 9 of 12 checks · dual publishing · open: owner (1), platform team (2)Next step: Sign the versions that are still supported.',
    );
    expect(screen.getByText('9 of 12 checks').closest('a')).toHaveAttribute(
      'href',
      `${tab}/migration?chart=chart-payments00`,
    );
    expect(
      screen.getByText('1 from the legacy repository').closest('a'),
    ).toHaveAttribute(
      'href',
      `${tab}/consumers?chart=chart-payments00&from=legacy`,
    );
  });

  it.each<[string, Partial<ReturnType<typeof chartOverview>>, RegExp, RegExp]>([
    [
      'bytes that are not recorded',
      {
        runs: [
          runningLine({
            digest: null,
            verdict: null,
            note: 'Argo CD does not record which bytes run.',
          }),
        ],
      },
      /runs payments 1\.8\.1 in 3 of 4 clusters\s*No verdict: Argo CD does not record which bytes run\./,
      /Move to 1\.8\.2/,
    ],
    [
      'what runs and is verified',
      { runs: [runningLine({ verdict: verified })] },
      /in 3 of 4 clusters\s*Verified/,
      /Move to 1\.8\.2/,
    ],
    [
      'no configured environment',
      {
        runs: [runningLine({ environment: null, clusters: 1, ofClusters: 1 })],
      },
      /Running: payments 1\.8\.1 in 1 cluster/,
      /null/,
    ],
    [
      'nobody looked',
      { runs: [], usage: noConsumers({ nobodyLooked: true }) },
      /Nobody looked for consumers: no source of them is configured\. See why/,
      /Used by/,
    ],
    [
      'a source that could not be read',
      { usage: noConsumers({ unreadSources: 2 }) },
      /No consumer is known, but 2 sources could not be read/,
      /No consumer was found/,
    ],
    [
      'hidden consumers',
      { usage: consumerSummary({ hidden: 2, unreadSources: 1 }) },
      /2 hidden from you \(1 source could not be read\)/,
      /nobody/,
    ],
    [
      'an alarm',
      {
        migration: {
          ...chartOverview().migration,
          alarm: 'charts.acme.dev is gone while 4 consumers use it.',
        },
      },
      /charts\.acme\.dev is gone while 4 consumers use it\. See what to do/,
      /null/,
    ],
    [
      'no legacy repository',
      { migration: { ...chartOverview().migration, phase: 'noLegacy' } },
      /9 of 12 checks passed/,
      /Move to OCI/,
    ],
  ])('has words for %s', async (_case, changes, words, never) => {
    api.overview = entityOverview({ charts: [chartOverview(changes)] });
    const view = await renderPage(<OverviewCard />, { api });
    await waitFor(() => expect(view.container).toHaveTextContent(words));
    expect(view.container).not.toHaveTextContent(never);
  });

  it('does not say twice what runs of its own chart', async () => {
    api.overview = entityOverview({
      consumes: [
        consumedChart({ name: 'payments', chartId: 'chart-payments00' }),
        consumedChart(),
      ],
    });
    const view = await renderPage(<OverviewCard />, { api });
    await screen.findByText('acme-web 3.2.0');
    expect(view.container.textContent?.match(/Deploys/g)).toHaveLength(1);
  });

  it.each<[string, Error, RegExp]>([
    ['forbidden', answer(403), /You may not see what runs and who uses it/],
    ['failing', answer(500), /Try again/],
    ['missing from an older backend', answer(404), /update/],
  ])(
    'keeps what it shows when the overview is %s, and says what is missing',
    async (_case, error, words) => {
      api.overview = error;
      const view = await renderPage(<OverviewCard />, { api });
      await screen.findByText('payments 1.8.2');
      await waitFor(() => expect(view.container).toHaveTextContent(words));
      expect(view.container).toHaveTextContent(
        /What runs, who uses it and how far its move is are missing here/,
      );
      expect(view.container).toHaveTextContent('signed by acme/payments');
    },
  );

  describe('of an entity that only uses charts', () => {
    beforeEach(() => {
      api.entity = entityProvenance({ charts: [] });
    });
    const withUse = (used: ReturnType<typeof consumedChart>) => {
      api.overview = entityOverview({ charts: [], consumes: [used] });
    };
    const argo = {
      version: '1.8.2',
      digest: null,
      since: null,
      verdict: null,
      note: 'Argo CD does not record which bytes run.',
    };

    it.each<[string, ReturnType<typeof consumedChart>, RegExp]>([
      [
        'verified everywhere',
        consumedChart(),
        /Deploys acme-web 3\.2\.0 \(team-edge\) in all 3 clusters:\s*Verified/,
      ],
      [
        'bytes not recorded',
        consumedChart({ items: [consumerRow({ runs: argo })] }),
        /Deploys acme-web 1\.8\.2 \(team-edge\) in 1 cluster:\s*No verdict: Argo CD does not record which bytes run\./,
      ],
      [
        'a chart of nobody known',
        consumedChart({ ownerRef: null, ownerTeam: null }),
        /Deploys acme-web 3\.2\.0 in all 3 clusters/,
      ],
      [
        'nothing that says what runs',
        consumedChart({
          items: [
            consumerRow({
              runs: null,
              wants: { version: '3.x', digest: null },
            }),
          ],
        }),
        /Asks for acme-web 3\.x \(team-edge\); nothing says what runs/,
      ],
      [
        'a dependency',
        consumedChart({ items: [dependencyRow] }),
        /Depends on acme-web 1\.8\.1/,
      ],
    ])('says: %s', async (_case, used, words) => {
      withUse(used);
      const view = await renderPage(<OverviewCard />, { api });
      await waitFor(() => expect(view.container).toHaveTextContent(words));
      const ticks = used.items.filter(({ runs }) => runs?.verdict).length;
      expect(screen.queryAllByText('Verified')).toHaveLength(ticks > 0 ? 1 : 0);
    });

    it('leads to what it uses', async () => {
      withUse(consumedChart());
      await renderPage(<OverviewCard />, { api });
      const chart = await screen.findByText('acme-web 3.2.0');
      expect(chart.closest('a')).toHaveAttribute('href', `${tab}/consumers`);
    });

    it('shows nothing when that cannot be known, as before', async () => {
      api.overview = answer(500);
      const view = await renderPage(<OverviewCard />, { api });
      await waitFor(() => expect(api.asked).toHaveLength(2));
      expect(view.container).not.toHaveTextContent('Chart provenance');
    });

    it('says so when its annotation tells that it uses some', async () => {
      api.overview = answer(500);
      const annotations = { 'chart-provenance/consumes': 'oci://x/y@1' };
      const view = await renderPage(<OverviewCard />, {
        api,
        entity: {
          ...payments,
          metadata: { ...payments.metadata, annotations },
        },
      });
      await screen.findByText(/are missing here/);
      expect(view.container).toHaveTextContent('Try again');
    });
  });
});
