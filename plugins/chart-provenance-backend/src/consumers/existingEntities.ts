import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** At about 435 refs the catalog's own limit on bodies is met. */
const BATCH = 200;

/** Which of some entities the catalog has. Rejects when it could not be asked. */
export type ExistingEntities = (
  entityRefs: readonly string[],
) => Promise<ReadonlySet<string>>;

/** Asks the catalog with the plugin's own credentials: the answer is kept beside a consumer, and shown to nobody who may not see the entity. */
export function existingEntities(options: {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
}): ExistingEntities {
  const { catalog, auth } = options;
  return async entityRefs => {
    const existing = new Set<string>();
    const wanted = [...new Set(entityRefs)];
    for (let start = 0; start < wanted.length; start += BATCH) {
      const refs = wanted.slice(start, start + BATCH);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: ['kind'] },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      refs.filter((_, at) => items[at]).forEach(ref => existing.add(ref));
    }
    return existing;
  };
}
