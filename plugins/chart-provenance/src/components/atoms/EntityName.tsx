import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { isEntityRef } from '../../format/isEntityRef';

/**
 * An entity as a link to its page; plain text when the reference cannot be read.
 *
 * @internal
 */
export const EntityName = ({ entityRef }: { entityRef: string }) =>
  isEntityRef(entityRef) ? (
    <EntityRefLink entityRef={entityRef} />
  ) : (
    <span>{entityRef}</span>
  );
