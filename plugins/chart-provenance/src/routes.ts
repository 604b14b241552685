import { createRouteRef } from '@backstage/core-plugin-api';

/**
 * The page of the whole fleet, `/chart-provenance`.
 *
 * @internal
 */
export const rootRouteRef = createRouteRef({
  id: 'chart-provenance:root',
});

/**
 * The entity tab.
 *
 * @internal
 */
export const entityContentRouteRef = createRouteRef({
  id: 'chart-provenance:entity-content',
});
