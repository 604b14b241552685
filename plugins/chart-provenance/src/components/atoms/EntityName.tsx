import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/**
 * An entity as a link to its page; plain text when the reference cannot be read.
 *
 * @internal
 */
export const EntityName = ({ entityRef }: { entityRef: string }) =>
  canBeRead(entityRef) ? (
    <EntityRefLink entityRef={entityRef} />
  ) : (
    <span>{entityRef}</span>
  );

function canBeRead(entityRef: string): boolean {
  try {
    parseEntityRef(entityRef);
    return true;
  } catch {
    return false;
  }
}
