import { Entity } from '@backstage/catalog-model';
import { EntityFilter } from './types';

/**
 * Does the entity meet every key of the filter? An empty filter is met by none, lest a slip open everything. A list in the
 * entity (such as `metadata.tags`) meets a key when one of its items does.
 *
 * @public
 */
export function matchesEntityFilter(
  entity: Entity,
  filter: EntityFilter,
): boolean {
  const keys = Object.entries(filter);
  return (
    keys.length > 0 &&
    keys.every(([path, wanted]) => {
      const accepted = [wanted].flat().map(value => value.toLowerCase());
      return valuesAt(entity, path).some(value => accepted.includes(value));
    })
  );
}

/** Scalars at a dotted path; keys may hold dots themselves (`metadata.annotations.backstage.io/x`). */
function valuesAt(value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    return path === '' ? value.flatMap(item => valuesAt(item, '')) : [];
  }
  if (typeof value === 'object' && value !== null) {
    return path === ''
      ? []
      : Object.entries(value).flatMap(([key, inner]) => {
          if (path === key) {
            return valuesAt(inner, '');
          }
          return path.startsWith(`${key}.`)
            ? valuesAt(inner, path.slice(key.length + 1))
            : [];
        });
  }
  return path === '' ? scalar(value) : [];
}

function scalar(value: unknown): string[] {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return [String(value).toLowerCase()];
    default:
      return [];
  }
}
