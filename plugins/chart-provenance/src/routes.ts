import { createRouteRef } from '@backstage/core-plugin-api';

/**
 * The entity tab.
 *
 * @internal
 */
export const entityContentRouteRef = createRouteRef({
  id: 'chart-provenance:entity-content',
});
