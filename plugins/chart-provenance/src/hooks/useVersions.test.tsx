import { TestApiProvider } from '@backstage/test-utils';
import { VersionPage } from 'backstage-plugin-chart-provenance-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { answer, FakeChartProvenance, manyRows } from '../__fixtures__';
import { chartProvenanceApiRef } from '../api';
import { useVersions } from './useVersions';

const entityRef = 'component:default/payments';

function render(api: FakeChartProvenance) {
  const wrapper = ({ children }: PropsWithChildren<{}>) => (
    <TestApiProvider apis={[[chartProvenanceApiRef, api]]}>
      {children}
    </TestApiProvider>
  );
  return renderHook(
    ({ chartId, revision }) => useVersions({ entityRef, chartId }, revision),
    { wrapper, initialProps: { chartId: 'one', revision: '1' } },
  );
}

describe('useVersions', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  it('never shows fewer rows while it looks again, nor after that failed', async () => {
    api.rows = manyRows(450);
    const { result, rerender } = render(api);
    await waitFor(() => expect(result.current.rows).toHaveLength(450));

    api.rows = manyRows(460);
    const lengths = new Set<number>();
    rerender({ chartId: 'one', revision: '2' });
    await waitFor(() => {
      lengths.add(result.current.rows.length);
      expect(result.current.rows).toHaveLength(460);
    });
    expect([...lengths].sort()).toEqual([450, 460]);

    api.failAt = { offset: 200, error: answer(503) };
    rerender({ chartId: 'one', revision: '3' });
    await waitFor(() => expect(result.current.error).toBeDefined());
    expect(result.current.rows).toHaveLength(460);
  });

  it('never shows one chart under another, however late its answer comes', async () => {
    const late: ((page: VersionPage) => void)[] = [];
    const list = api.listVersions.bind(api);
    api.listVersions = (chart, query) =>
      chart.chartId === 'one'
        ? new Promise(resolve => late.push(resolve))
        : list(chart, query);
    const { result, rerender } = render(api);
    rerender({ chartId: 'two', revision: '1' });
    await waitFor(() => expect(result.current.rows).toHaveLength(3));
    const page = await list({ entityRef, chartId: 'one' });
    await act(async () => late[0]({ ...page, items: manyRows(1), total: 1 }));
    expect(result.current.rows).toHaveLength(3);
  });

  it('ends, however many pages a backend claims to have', async () => {
    api.listVersions = async () => {
      api.asked.push('page');
      return {
        items: [],
        nextCursor: 'again',
        total: 1,
        counts: { verified: 0, rejected: 0, unsigned: 0, indeterminate: 0 },
      };
    };
    const { result } = render(api);
    await waitFor(() => expect(result.current.settled).toBe(true));
    expect(api.asked).toHaveLength(100);
  });
});
