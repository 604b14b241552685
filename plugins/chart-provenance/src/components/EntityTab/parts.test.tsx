import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  chartSummary,
  consumedChart,
  consumesList,
  digestOf,
  entityProblem,
  entityProvenance,
  FakeChartProvenance,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from './EntityTab';

describe('the parts of the entity tab', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    giveElementsSize();
    api = new FakeChartProvenance();
  });

  const present = () =>
    screen
      .getAllByRole('link')
      .filter(link => link.getAttribute('aria-current') === 'page')
      .map(link => link.textContent);

  it('is walked through by keyboard, each part at its own address', async () => {
    const view = await renderPage(<EntityTab />, { api });
    await screen.findByRole('grid', { name: 'Versions' });
    expect(present()).toEqual(['Provenance']);
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByText('Consumers')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('grid', { name: 'Consumers' });
    expect(view.address()).toBe('/tab/consumers');
    expect(present()).toEqual(['Consumers']);
    await userEvent.click(screen.getByText('Migration'));
    await screen.findByRole('region', { name: 'Next step' });
    expect(view.address()).toBe('/tab/migration');
    await userEvent.click(screen.getByText('Provenance'));
    await screen.findByRole('grid', { name: 'Versions' });
    expect(view.address()).toBe('/tab/provenance');
  });

  it('keeps the chart over the parts, and nothing else', async () => {
    const other = chartSummary({
      chartId: 'chart-worker0000',
      name: 'worker',
      reference: 'oci://ghcr.io/acme/charts/worker',
    });
    api.entity = entityProvenance({ charts: [chartSummary(), other] });
    const view = await renderPage(<EntityTab />, {
      api,
      path: '/tab/provenance',
      search: '?chart=chart-worker0000&filter=1.8',
    });
    await screen.findByRole('grid', { name: 'Versions' });
    await userEvent.click(screen.getByText('Migration'));
    await screen.findByRole('region', { name: 'Next step' });
    expect(view.address()).toBe('/tab/migration?chart=chart-worker0000');
    expect(api.asked).toContain('migration chart-worker0000');
    await userEvent.selectOptions(screen.getByLabelText('Chart'), 'payments');
    await waitFor(() =>
      expect(api.asked).toContain('migration chart-payments00'),
    );
    expect(view.address()).toBe('/tab/migration?chart=chart-payments00');
  });

  it('opens old links, which name no part', async () => {
    await renderPage(<EntityTab />, {
      api,
      search: `?chart=chart-payments00&version=${digestOf(181)}`,
    });
    const drawer = await screen.findByRole('dialog');
    await waitFor(() => expect(drawer).toHaveTextContent('payments 1.8.1'));
  });

  it('shows only what it uses, when it has no chart of its own', async () => {
    api.entity = entityProvenance({ charts: [] });
    api.consumes = consumesList({ charts: [consumedChart()] });
    const view = await renderPage(<EntityTab />, {
      api,
      path: '/tab/migration',
    });
    await screen.findByText('Uses 1 chart of others');
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(view.container).not.toHaveTextContent('No chart is known');
    expect(screen.getByRole('table')).toHaveTextContent(
      /acme-web.*of team-edge.*production: 3\.2\.0 .*in all 3 clusters.*Verified.*digest.*the registry/,
    );
  });

  it('says both when what it uses cannot be known', async () => {
    api.entity = entityProvenance({ charts: [] });
    api.consumes = answer(500);
    const view = await renderPage(<EntityTab />, { api });
    await screen.findByText(
      'The backend failed on the charts that this entity uses (500)',
    );
    expect(view.container).toHaveTextContent('No chart is known');
  });

  it('shows a problem above what it uses', async () => {
    api.entity = entityProvenance({
      charts: [],
      problems: [entityProblem({ code: 'claim-not-allowed' })],
    });
    api.consumes = consumesList({ charts: [consumedChart()] });
    await renderPage(<EntityTab />, { api });
    await screen.findByText('Uses 1 chart of others');
    expect(
      screen.getByText('This entity may not claim this chart'),
    ).toBeVisible();
  });
});
