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
 * May see who deploys or depends on a chart. Of a consumer whose entity the reader may not see, only the number is told.
 *
 * @public
 */
export const chartProvenanceConsumerReadPermission = createPermission({
  name: 'chart-provenance.consumer.read',
  attributes: { action: 'read' },
});

/**
 * May sign off what only people can say about a chart of an entity. Users only.
 *
 * @public
 */
export const chartProvenanceMigrationSignoffPermission = createPermission({
  name: 'chart-provenance.migration.signoff',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May set the dates of the migration of a chart of an entity. Users only.
 *
 * @public
 */
export const chartProvenanceMigrationPlanPermission = createPermission({
  name: 'chart-provenance.migration.plan',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * May see the health of the index (registries, trust material, queue) and the charts nobody owns, have the doctor test what is
 * configured, and say who owns a chart.
 *
 * @public
 */
export const chartProvenanceIndexOperatePermission = createPermission({
  name: 'chart-provenance.index.operate',
  attributes: {},
});

/**
 * May ask the gate about charts of entities that it may read, tell it of decisions made offline, and see what was decided about them.
 *
 * @public
 */
export const chartProvenanceGateCheckPermission = createPermission({
  name: 'chart-provenance.gate.check',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin, for `permissionsRegistry.addPermissions`.
 *
 * @public
 */
export const chartProvenancePermissions = [
  chartProvenanceChartReadPermission,
  chartProvenanceChartRefreshPermission,
  chartProvenanceConsumerReadPermission,
  chartProvenanceMigrationSignoffPermission,
  chartProvenanceMigrationPlanPermission,
  chartProvenanceGateCheckPermission,
  chartProvenanceIndexOperatePermission,
];
