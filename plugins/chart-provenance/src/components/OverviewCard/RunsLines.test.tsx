import { screen, waitFor } from '@testing-library/react';
import {
  chartOverview,
  digestOf,
  entityOverview,
  FakeChartProvenance,
  runningLine,
  verified,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OverviewCard } from './OverviewCard';

const tab = '/catalog/default/component/payments/chart-provenance';

describe('what runs, on the card', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  it('puts what is rejected above what is verified, and leads to those who run it', async () => {
    api.overview = entityOverview({
      charts: [
        chartOverview({
          runs: [
            ...['1.7.0', '1.7.1', '1.7.2'].map((version, index) =>
              runningLine({
                version,
                digest: digestOf(170 + index),
                verdict: verified,
              }),
            ),
            runningLine(),
          ],
        }),
      ],
    });
    const view = await renderPage(<OverviewCard />, { api });
    await screen.findByText('payments 1.8.1');
    const text = view.container.textContent ?? '';
    expect(text.indexOf('payments 1.8.1')).toBeLessThan(
      text.indexOf('payments 1.7.0'),
    );
    expect(text).not.toContain('payments 1.7.2');
    expect(text).toContain('Runs once more');
    expect(
      screen.getAllByText('in 3 of 4 clusters')[0].closest('a'),
    ).toHaveAttribute(
      'href',
      `${tab}/consumers?${new URLSearchParams({
        chart: 'chart-payments00',
        environment: 'Production',
        filter: digestOf(181),
      })}`,
    );
  });

  it('says the newest version once where it runs, and tells same versions apart', async () => {
    api.overview = entityOverview({
      charts: [
        chartOverview({
          runs: [
            runningLine({
              version: '1.8.2',
              digest: digestOf(182),
              verdict: verified,
              clusters: 2,
            }),
            runningLine({
              version: '1.8.2',
              digest: digestOf(99),
              clusters: 2,
            }),
          ],
        }),
      ],
    });
    const view = await renderPage(<OverviewCard />, { api });
    await waitFor(() =>
      expect(view.container).toHaveTextContent(
        /1\.8\.2 runs with different bytes\. See what to do/,
      ),
    );
    expect(view.container).toHaveTextContent(
      /payments 1\.8\.2, newest, 00b6…00b6 in 2 of 4 clusters\s*Verified\s*signed by acme\/payments/,
    );
    expect(view.container.textContent?.match(/newest/g)).toHaveLength(1);
  });
});
