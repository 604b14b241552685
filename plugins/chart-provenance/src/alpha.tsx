import { FilterPredicate } from '@backstage/filter-predicates';
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import VerifiedIcon from '@material-ui/icons/VerifiedUserOutlined';
import { ChartProvenanceClient, chartProvenanceApiRef } from './api';
import {
  entityContentRouteRef,
  pageRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

/** The predicate form of `isChartProvenanceAvailable`, so that `app.extensions` can replace it. */
const entitiesWithCharts: FilterPredicate = {
  $any: [
    { kind: 'component' },
    { 'metadata.annotations.chart-provenance/charts': { $exists: true } },
    {
      'metadata.annotations.chart-provenance/legacy-charts': { $exists: true },
    },
    { 'metadata.annotations.chart-provenance/consumes': { $exists: true } },
  ],
};

/**
 * The client of the backend, as `api:chart-provenance`.
 *
 * @alpha
 */
export const chartProvenanceApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: chartProvenanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ChartProvenanceClient(deps),
    }),
});

/**
 * The card on the entity overview, as `entity-card:chart-provenance/overview`. Renders nothing for an entity without
 * charts, without problems and without charts of others that it uses.
 *
 * @alpha
 */
export const entityChartProvenanceCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    // Beside the facts about the entity, above the fold: the answer has ten seconds.
    type: 'info',
    filter: entitiesWithCharts,
    loader: () =>
      import('./components/OverviewCard').then(m => <m.OverviewCard />),
  },
});

/**
 * The entity tab, as `entity-content:chart-provenance`. The card links to its default path.
 *
 * @alpha
 */
export const entityChartProvenanceContent = EntityContentBlueprint.make({
  params: {
    path: 'chart-provenance',
    title: 'Chart provenance',
    filter: entitiesWithCharts,
    routeRef: entityContentRouteRef,
    loader: () => import('./components/EntityTab').then(m => <m.EntityTab />),
  },
});

/**
 * The page of the whole fleet, as `page:chart-provenance`: for operators the index, what the doctor finds, and the charts that nobody owns;
 * for everybody the log of the gate and the reference checker. Its title and icon put it into the navigation.
 *
 * @alpha
 */
export const chartProvenancePage = PageBlueprint.make({
  params: {
    path: '/chart-provenance',
    title: 'Chart provenance',
    icon: <VerifiedIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/OperatorPage').then(m => <m.OperatorPage />),
  },
});

/**
 * The plugin for apps on the new frontend system.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'chart-provenance',
  title: 'Chart provenance',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { page: pageRouteRef, template: templateRouteRef },
  extensions: [
    chartProvenanceApi,
    entityChartProvenanceCard,
    entityChartProvenanceContent,
    chartProvenancePage,
  ],
  info: { packageJson: () => import('../package.json') },
});
