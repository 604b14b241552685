import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ChartProvenanceClient, chartProvenanceApiRef } from './api';
import {
  entityContentRouteRef,
  pageRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

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
  externalRoutes: { page: pageRouteRef, template: templateRouteRef },
});

/**
 * The page of the whole fleet: for operators the index, what the doctor finds, and the charts that nobody owns; for everybody the log of the
 * gate and the reference checker, for
 * `<Route path="/chart-provenance" element={<ChartProvenancePage />} />`. Link to it with `chartProvenancePlugin.routes.root`.
 *
 * @public
 */
export const ChartProvenancePage = chartProvenancePlugin.provide(
  createRoutableExtension({
    name: 'ChartProvenancePage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/OperatorPage').then(m => m.LegacyOperatorPage),
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
    component: () => import('./components/EntityTab').then(m => m.EntityTab),
  }),
);

/**
 * The card for the entity overview. Renders nothing for an entity without charts, without problems and without charts
 * of others that it uses.
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
