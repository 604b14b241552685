import { Entity } from '@backstage/catalog-model';

/**
 * May this entity have charts? True for every component, because most charts are known by the operator's convention and
 * not by an annotation, and because any component may use charts of others; and for any other entity that claims or names one.
 *
 * @public
 */
export function isChartProvenanceAvailable(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' ||
    Object.keys(entity.metadata.annotations ?? {}).some(name =>
      name.startsWith('chart-provenance/'),
    )
  );
}
