import { screen, waitFor } from '@testing-library/react';
import {
  answer,
  blankChart,
  chartSummary,
  digestOf,
  entityProblem,
  entityProvenance,
  FakeChartProvenance,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OverviewCard } from './OverviewCard';

describe('OverviewCard', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  it('says what the newest version is worth, and leads to the rest', async () => {
    const view = await renderPage(<OverviewCard />, { api });
    const version = await screen.findByText('payments 1.8.2');
    const tab = '/catalog/default/component/payments/chart-provenance';
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
    expect(screen.getByText('Could not check 0').closest('a')).toBeNull();
  });

  it('is not there at all without charts and problems', async () => {
    api.entity = entityProvenance({ charts: [] });
    const view = await renderPage(<OverviewCard />, { api });
    await waitFor(() => expect(api.asked).toHaveLength(1));
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
      /Nothing is published yet\. See what to do/,
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
});
