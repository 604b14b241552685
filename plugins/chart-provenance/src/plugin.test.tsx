import { screen } from '@testing-library/react';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  renderInTestApp,
  mockApis,
  TestApiProvider,
} from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { entity, FakeChartProvenance } from './__fixtures__';
import { giveElementsSize } from './__testUtils__';
import {
  chartProvenanceApiRef,
  chartProvenancePlugin,
  ChartProvenancePage,
  EntityChartProvenanceCard,
  EntityChartProvenanceContent,
  isChartProvenanceAvailable,
} from './index';

describe('the plugin on the legacy frontend system', () => {
  it('offers the api under its reference', () => {
    const [factory] = [...chartProvenancePlugin.getApis()];
    expect(factory.api.id).toBe(chartProvenanceApiRef.id);
  });

  it('shows the tab and the card on an entity page', async () => {
    giveElementsSize();
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [chartProvenanceApiRef, new FakeChartProvenance()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={entity}>
          <EntityChartProvenanceCard />
          <Routes>
            <Route
              path="/chart-provenance/*"
              element={<EntityChartProvenanceContent />}
            />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/chart-provenance'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    await screen.findByRole('grid');
    const version = await screen.findByText('payments 1.8.2');
    expect(version.closest('a')).toHaveAttribute('href');
    expect(screen.queryByRole('banner')).not.toBeInTheDocument();
  });

  it.each([
    ['', 'Versions'],
    ['/provenance', 'Versions'],
    ['/consumers', 'Consumers'],
    ['/consumers/', 'Consumers'],
    ['/no-such-part', 'Versions'],
  ])('shows the part of the tab that %j names', async (part, grid) => {
    giveElementsSize();
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [chartProvenanceApiRef, new FakeChartProvenance()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={entity}>
          <Routes>
            <Route
              path="/chart-provenance/*"
              element={<EntityChartProvenanceContent />}
            />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: [`/chart-provenance${part}`],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(await screen.findByRole('grid')).toHaveAccessibleName(grid);
  });

  it('shows the status page with a header of its own', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[[chartProvenanceApiRef, new FakeChartProvenance()]]}
      >
        <Routes>
          <Route path="/chart-provenance/*" element={<ChartProvenancePage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/chart-provenance'] },
    );
    expect(await screen.findByText(/41 charts known/)).toBeInTheDocument();
    expect(screen.getByText('The index and its charts')).toBeInTheDocument();
    expect(chartProvenancePlugin.routes.root).toBeDefined();
    expect(screen.getByText('Unclaimed').closest('a')).toHaveAttribute(
      'href',
      '/chart-provenance/unclaimed',
    );
  });

  it.each([
    ['Component', {}, true],
    ['component', {}, true],
    ['API', {}, false],
    ['Resource', { 'chart-provenance/charts': 'oci://x/y' }, true],
    ['Resource', { 'chart-provenance/consumes': 'oci://x/y@1' }, true],
    ['Resource', { 'other/charts': 'oci://x/y' }, false],
  ])('knows whether a %s with %j may have charts', (kind, annotations, may) => {
    const metadata = { ...entity.metadata, annotations };
    expect(isChartProvenanceAvailable({ ...entity, kind, metadata })).toBe(may);
  });
});
