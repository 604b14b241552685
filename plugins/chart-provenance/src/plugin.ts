import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ChartProvenanceClient, chartProvenanceApiRef } from './api';
import { entityContentRouteRef, rootRouteRef } from './routes';

/**
 * The plugin for apps on the legacy frontend system. Apps on the new one take the default export of `./alpha`.
 *
 * @public
 */
export const chartProvenancePlugin = createPlugin({
  id: 'chart-provenance',
  apis: [
    createApiFactory({
      api: chartProvenanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ChartProvenanceClient(deps),
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});

/**
 * The page for operators: the index and what the doctor finds, for
 * `<Route path="/chart-provenance" element={<ChartProvenancePage />} />`. Link to it with `chartProvenancePlugin.routes.root`.
 *
 * @public
 */
export const ChartProvenancePage = chartProvenancePlugin.provide(
  createRoutableExtension({
    name: 'ChartProvenancePage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/StatusPage').then(m => m.LegacyStatusPage),
  }),
);

/**
 * The entity tab, for `<EntityLayout.Route path="/chart-provenance" title="Chart provenance">`.
 *
 * @public
 */
export const EntityChartProvenanceContent = chartProvenancePlugin.provide(
  createRoutableExtension({
    name: 'EntityChartProvenanceContent',
    mountPoint: entityContentRouteRef,
    component: () =>
      import('./components/ProvenanceTab').then(m => m.ProvenanceTab),
  }),
);

/**
 * The card for the entity overview. Renders nothing for an entity without charts and without problems.
 *
 * @public
 */
export const EntityChartProvenanceCard = chartProvenancePlugin.provide(
  createComponentExtension({
    name: 'EntityChartProvenanceCard',
    component: {
      lazy: () => import('./components/OverviewCard').then(m => m.OverviewCard),
    },
  }),
);
