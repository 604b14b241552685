import { configApiRef } from '@backstage/core-plugin-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { Entity } from '@backstage/catalog-model';
import { RenderResult } from '@testing-library/react';
import { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { chartProvenanceApiRef } from '../api';
import { pageRouteRef, templateRouteRef } from '../routes';
import { entity as payments } from '../__fixtures__/builders';
import { FakeChartProvenance } from '../__fixtures__/FakeChartProvenance';

const AddressBar = () => {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{pathname + search}</output>;
};

/** Renders part of the entity page against a fake backend; the address bar is readable by `address()`. */
export async function renderPage(
  children: ReactNode,
  options: {
    api: FakeChartProvenance;
    /** Where the tab or page stands; its parts are below. */
    path?: string;
    search?: string;
    entity?: Entity;
    mayRefresh?: boolean;
    /** Entities of the catalog, e.g. templates. */
    catalog?: Entity[];
    /** Where the rules are documented. */
    rulesUrl?: string;
  },
): Promise<RenderResult & { address: () => string }> {
  const {
    api,
    path = '/tab',
    search = '',
    entity = payments,
    mayRefresh = true,
    catalog = [],
    rulesUrl,
  } = options;
  const config = mockApis.config({
    data: rulesUrl ? { app: { chartProvenance: { rulesUrl } } } : {},
  });
  const permission = mockApis.permission({
    authorize: mayRefresh ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  });
  const view = await renderInTestApp(
    <TestApiProvider
      apis={[
        [chartProvenanceApiRef, api],
        [permissionApiRef, permission],
        [catalogApiRef, catalogApiMock({ entities: catalog })],
        [configApiRef, config],
      ]}
    >
      <EntityProvider entity={entity}>{children}</EntityProvider>
      <AddressBar />
    </TestApiProvider>,
    {
      routeEntries: [`${path}${search}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/chart-provenance': pageRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
    },
  );
  return {
    ...view,
    address: () => view.getByTestId('address').textContent ?? '',
  };
}
