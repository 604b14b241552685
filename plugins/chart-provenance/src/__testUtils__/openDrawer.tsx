import { VersionRow } from 'backstage-plugin-chart-provenance-common';
import { digestOf } from '../__fixtures__/builders';
import { FakeChartProvenance } from '../__fixtures__/FakeChartProvenance';
import { VersionDrawer } from '../components/VersionDrawer';
import { renderPage } from './renderPage';

/** Renders the drawer of a version of payments, 1.8.2 unless told, against a fake backend. */
export function openDrawer(
  api: FakeChartProvenance,
  options: { search?: string; digest?: string; versions?: VersionRow[] } = {},
): ReturnType<typeof renderPage> {
  const { search, digest = digestOf(182), versions = api.rows } = options;
  return renderPage(
    <VersionDrawer
      chart={{
        entityRef: 'component:default/payments',
        chartId: 'chart-payments00',
      }}
      name="payments"
      digest={digest}
      revision=""
      versions={versions}
      onOpen={() => {}}
      onClose={() => {}}
    />,
    { api, search },
  );
}
