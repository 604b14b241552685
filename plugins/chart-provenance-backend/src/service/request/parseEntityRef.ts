import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

const SEGMENT = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Reads `{kind}/{namespace}/{name}` of a path into an entity ref in its canonical, lower-case form.
 *
 * @throws InputError naming the segment that cannot be part of a ref.
 */
export function parseEntityRef(params: Record<string, string>): string {
  for (const segment of ['kind', 'namespace', 'name'] as const) {
    if (!SEGMENT.test(params[segment] ?? '')) {
      throw new InputError(
        `${segment} must be that of an entity: letters, digits, dots, dashes and underscores, at most 63`,
      );
    }
  }
  return stringifyEntityRef({
    kind: params.kind,
    namespace: params.namespace,
    name: params.name,
  });
}
