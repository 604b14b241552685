import { isResourcePermission } from '@backstage/plugin-permission-common';
import { chartProvenancePermissions } from './permissions';

it('has the permissions of the contract', () => {
  const facts = chartProvenancePermissions.map(permission => [
    permission.name,
    permission.attributes.action,
    isResourcePermission(permission) ? permission.resourceType : null,
  ]);
  expect(facts).toEqual([
    ['chart-provenance.chart.read', 'read', 'catalog-entity'],
    ['chart-provenance.chart.refresh', 'update', 'catalog-entity'],
    ['chart-provenance.consumer.read', 'read', null],
    ['chart-provenance.migration.signoff', 'update', 'catalog-entity'],
    ['chart-provenance.migration.plan', 'update', 'catalog-entity'],
    ['chart-provenance.gate.check', 'read', null],
    ['chart-provenance.index.operate', undefined, null],
  ]);
});
