import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * May see the charts of an entity, their versions, verdicts and evidence.
 *
 * @public
 */
export const chartProvenanceChartReadPermission = createPermission({
  name: 'chart-provenance.chart.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May ask for a chart of an entity to be looked at again soon.
 *
 * @public
 */
export const chartProvenanceChartRefreshPermission = createPermission({
  name: 'chart-provenance.chart.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May see the health of the index (registries, trust material, queue), and have the doctor test them.
 *
 * @public
 */
export const chartProvenanceIndexOperatePermission = createPermission({
  name: 'chart-provenance.index.operate',
  attributes: {},
});

/**
 * Every permission of the plugin, for `permissionsRegistry.addPermissions`.
 *
 * @public
 */
export const chartProvenancePermissions = [
  chartProvenanceChartReadPermission,
  chartProvenanceChartRefreshPermission,
  chartProvenanceIndexOperatePermission,
];
