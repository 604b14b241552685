import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  chartSummary,
  entityProblem,
  entityProvenance,
  FakeChartProvenance,
  freshness,
  minutesAgo,
} from '../../__fixtures__';
import {
  giveElementsSize,
  renderPage,
  STATES,
  withProblem,
} from '../../__testUtils__';
import { EntityTab } from './EntityTab';

describe('EntityTab in every state', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    giveElementsSize();
    api = new FakeChartProvenance();
  });

  it.each(STATES)('has words for: %s', async (_state, set, words) => {
    set(api);
    const view = await renderPage(<EntityTab />, { api });
    await screen.findAllByText('What to do:');
    for (const word of words) {
      expect(view.container).toHaveTextContent(word);
    }
  });

  it('shows the shape of what is coming while it loads', async () => {
    let release = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    const ready = entityProvenance();
    api.getEntity = async () => {
      await gate;
      return ready;
    };
    await renderPage(<EntityTab />, { api });
    screen.getByLabelText('Loading chart provenance');
    release();
    await screen.findByRole('grid');
    expect(
      screen.queryByLabelText('Loading chart provenance'),
    ).not.toBeInTheDocument();
  });

  it('marks the first bad character of an annotation', async () => {
    withProblem(
      entityProblem({
        code: 'annotation-invalid',
        annotation: 'chart-provenance/charts',
        value: 'oci://ghcr.io/Acme/x',
        position: 14,
      }),
    )(api);
    await renderPage(<EntityTab />, { api });
    const mark = await screen.findByText('A', { selector: 'mark' });
    expect(mark.parentElement).toHaveTextContent('oci://ghcr.io/Acme/x');
  });

  it("links the entity's own file", async () => {
    api.entity = entityProvenance({ charts: [] });
    await renderPage(<EntityTab />, { api });
    expect(
      await screen.findByText("this entity's catalog file"),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/payments/edit/main/catalog-info.yaml',
    );
  });

  it('chooses among several charts, and says when the link names none of them', async () => {
    const other = chartSummary({
      chartId: 'chart-worker0000',
      name: 'worker',
      reference: 'oci://ghcr.io/acme/charts/worker',
    });
    api.entity = entityProvenance({ charts: [chartSummary(), other] });
    const view = await renderPage(<EntityTab />, {
      api,
      search: '?chart=gone',
    });
    await screen.findByText(/The chart in this link is not among/);
    await userEvent.selectOptions(screen.getByLabelText('Chart'), 'worker');
    expect(view.address()).toBe('/tab?chart=chart-worker0000');
    await waitFor(() =>
      expect(api.asked).toContain('versions chart-worker0000 0'),
    );
    expect(view.container).not.toHaveTextContent('The chart in this link');
  });

  it('keeps what it shows when a later look fails', async () => {
    await renderPage(<EntityTab />, { api });
    await screen.findByRole('grid');
    api.refreshAnswer = answer(503);
    await userEvent.click(screen.getByLabelText('Refresh'));
    await screen.findByText(
      'The backend failed on a refresh of this chart (503)',
    );
    expect(screen.getByRole('grid')).toBeInTheDocument();
  });

  it('follows a refresh until the index has looked', async () => {
    await renderPage(<EntityTab />, { api });
    await screen.findByText('seen');
    await userEvent.click(screen.getByLabelText('Refresh'));
    await screen.findByText('looking again…');
    expect(api.asked).toContain('refresh chart-payments00');
    const fresh = freshness({
      lastAttemptAt: minutesAgo(0),
      lastSuccessAt: minutesAgo(0),
    });
    api.entity = entityProvenance({
      charts: [chartSummary({ freshness: fresh })],
    });
    await waitFor(
      () => expect(screen.getByText('seen')).toHaveTextContent('seen just now'),
      { timeout: 5_000 },
    );
  }, 15_000);

  it('says why refresh is disabled without the permission', async () => {
    await renderPage(<EntityTab />, { api, mayRefresh: false });
    await screen.findByText('no permission to refresh');
    expect(
      screen.getByLabelText(
        /ask your platform team for chart-provenance.chart/,
      ),
    ).toBeDisabled();
  });
});
