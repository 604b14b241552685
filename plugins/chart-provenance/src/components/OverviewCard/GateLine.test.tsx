import { screen, waitFor } from '@testing-library/react';
import {
  answer,
  comingEnvironment,
  FakeChartProvenance,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OverviewCard } from './OverviewCard';

const tab = '/catalog/default/component/payments/chart-provenance';

describe('the gate on the overview card', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  it('says when the gate blocks, only where an environment is configured', async () => {
    api.environments = [comingEnvironment];
    await renderPage(<OverviewCard />, { api });
    const line = await screen.findByText(
      'Not blocking deploys today; enforced from 1 March 2027.',
    );
    expect(line.closest('a')).toHaveAttribute(
      'href',
      `${tab}/adopt?chart=chart-payments00`,
    );
  });

  const FAILED = /Whether deploys are blocked could not be told/;

  it.each([
    ['none is configured', [], null],
    ['the reader may not ask', answer(403), null],
    ['the backend is older', answer(404), null],
    ['it failed', answer(500), FAILED],
  ])('has words, or none, when %s', async (_state, environments, words) => {
    api.environments = environments;
    const view = await renderPage(<OverviewCard />, { api });
    await screen.findByText('payments 1.8.2');
    await waitFor(() => expect(api.asked).toContain('gate chart-payments00'));
    const told = () => view.container.textContent?.match(FAILED) !== null;
    await waitFor(() => expect(told()).toBe(words !== null));
    expect(view.container).not.toHaveTextContent(
      /The gate is enforced|Not blocking/,
    );
  });
});
