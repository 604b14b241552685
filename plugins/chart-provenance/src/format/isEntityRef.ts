import { parseEntityRef } from '@backstage/catalog-model';

/**
 * Can the text be read as an entity reference, so that it can be linked?
 *
 * @internal
 */
export function isEntityRef(text: string | null | undefined): text is string {
  if (!text) {
    return false;
  }
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}
