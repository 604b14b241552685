import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { safeHref } from './safeHref';

/**
 * Where the entity's own catalog file can be changed, or at least read; undefined when no annotation says so with a plain URL.
 *
 * @internal
 */
export function entityFile(entity: Entity): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  return (
    safeHref(annotations[ANNOTATION_EDIT_URL]) ??
    safeHref(
      annotations['backstage.io/managed-by-location']?.replace(/^url:/, ''),
    ) ??
    safeHref(annotations[ANNOTATION_SOURCE_LOCATION]?.replace(/^url:/, ''))
  );
}
