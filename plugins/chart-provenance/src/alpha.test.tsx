import { Entity } from '@backstage/catalog-model';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import plugin, {
  chartProvenancePage,
  entityChartProvenanceCard,
  entityChartProvenanceContent,
} from './alpha';
import { entity as payments, FakeChartProvenance } from './__fixtures__';
import { giveElementsSize } from './__testUtils__';
import { chartProvenanceApiRef } from './api';

function renderExtension(
  extension:
    | typeof entityChartProvenanceCard
    | typeof entityChartProvenanceContent,
  entity: Entity = payments,
) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), extension],
    apis: [
      [chartProvenanceApiRef, new FakeChartProvenance()],
      [permissionApiRef, mockApis.permission()],
    ],
  });
}

describe('the plugin on the new frontend system', () => {
  beforeEach(() => giveElementsSize());

  it('brings its api, card and tab', () => {
    expect(plugin.pluginId).toBe('chart-provenance');
    expect(plugin.getExtension('api:chart-provenance')).toBeDefined();
    expect(
      plugin.getExtension('entity-card:chart-provenance/overview'),
    ).toBeDefined();
    expect(
      plugin.getExtension('entity-content:chart-provenance'),
    ).toBeDefined();
  });

  it('shows the card', async () => {
    renderExtension(entityChartProvenanceCard);
    expect(await screen.findByText('payments 1.8.2')).toBeInTheDocument();
  });

  it('shows the tab without a header of its own', async () => {
    renderExtension(entityChartProvenanceContent);
    await screen.findByRole('grid');
    expect(screen.queryByText('Chart provenance')).not.toBeInTheDocument();
  });

  it('shows the status page, without a header of its own', async () => {
    expect(plugin.getExtension('page:chart-provenance')).toBeDefined();
    expect(plugin.routes.root).toBeDefined();
    renderTestApp({
      extensions: [chartProvenancePage],
      initialRouteEntries: ['/chart-provenance'],
      apis: [[chartProvenanceApiRef, new FakeChartProvenance()]],
    });
    expect(await screen.findByText(/41 charts known/)).toBeInTheDocument();
    expect(screen.queryByText('Status of the index')).not.toBeInTheDocument();
  });

  it.each([
    ['', /41 charts known/],
    ['/unclaimed', /2 of 43 charts have no owner/],
  ])('shows the part of its page that %j names', async (part, words) => {
    renderTestApp({
      extensions: [chartProvenancePage],
      initialRouteEntries: [`/chart-provenance${part}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[chartProvenanceApiRef, new FakeChartProvenance()]],
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('shows the card on what names a chart that it uses', async () => {
    const annotations = { 'chart-provenance/consumes': 'oci://x/y@1' };
    renderExtension(entityChartProvenanceCard, {
      ...payments,
      kind: 'Resource',
      metadata: { ...payments.metadata, annotations },
    });
    expect(await screen.findByText('payments 1.8.2')).toBeInTheDocument();
  });

  it('stays away from entities that cannot have charts', async () => {
    renderExtension(entityChartProvenanceCard, { ...payments, kind: 'API' });
    expect(
      await screen.findByTestId('empty-entity-page'),
    ).toBeEmptyDOMElement();
  });
});
