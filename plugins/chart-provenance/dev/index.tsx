import { Content, Header, Link, Page } from '@backstage/core-components';
import { createRoutableExtension } from '@backstage/core-plugin-api';
import { createDevApp } from '@backstage/dev-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  chartProvenanceApiRef,
  ChartProvenancePage,
  chartProvenancePlugin,
} from '../src';
import { ScenarioChartProvenance, SCENARIOS } from './scenarios';

const DevEntityPage = chartProvenancePlugin.provide(
  createRoutableExtension({
    name: 'DevEntityPage',
    mountPoint: entityRouteRef,
    component: () => import('./DevEntityPage').then(m => m.DevEntityPage),
  }),
);

createDevApp()
  .registerPlugin(chartProvenancePlugin)
  .registerApi({
    api: chartProvenanceApiRef,
    deps: {},
    factory: () => new ScenarioChartProvenance(),
  })
  .registerApi({
    api: catalogApiRef,
    deps: {},
    factory: () => catalogApiMock(),
  })
  .addPage({
    path: '/states',
    title: 'States',
    element: (
      <Page themeId="service">
        <Header title="States" />
        <Content>
          {Object.keys(SCENARIOS).map(name => (
            <div key={name}>
              <Link to={`/catalog/default/component/${name}`}>{name}</Link>
            </div>
          ))}
        </Content>
      </Page>
    ),
  })
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <DevEntityPage />,
  })
  .addPage({
    path: '/chart-provenance',
    title: 'Operator',
    element: <ChartProvenancePage />,
  })
  .render();
