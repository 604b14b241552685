import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogFilter } from './catalogFilter';
import { readEntityWord } from './readEntityWord';
import { EntityWord, OperatorWord } from './types';

const PAGE_SIZE = 500;
/** At about 435 refs the catalog's own limit on bodies is met. */
const BATCH = 200;

/** What reading the catalog needs. */
export interface CatalogReaderOptions {
  catalog: Pick<CatalogService, 'streamEntities' | 'getEntitiesByRefs'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  rules: OperatorWord['rules'];
}

/** Reads what entities say about charts, with the plugin's own credentials. */
export class CatalogReader {
  readonly #options: CatalogReaderOptions;

  constructor(options: CatalogReaderOptions) {
    this.#options = options;
  }

  /**
   * Every entity that may matter, and those of `also` that exist, whatever they are. Rejects when the catalog could not be read to its
   * end: what is missing then must not be taken for gone.
   */
  async read(
    also: readonly string[],
    signal: AbortSignal,
  ): Promise<EntityWord[]> {
    const { catalog, auth, rules } = this.#options;
    const words = new Map<string, EntityWord>();
    const pages = catalog.streamEntities(
      { filter: catalogFilter(rules), pageSize: PAGE_SIZE },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      signal.throwIfAborted();
      for (const word of page.map(readEntityWord)) {
        words.set(word.entityRef, word);
      }
    }
    const missing = [...new Set(also)].filter(ref => !words.has(ref)).sort();
    for (let start = 0; start < missing.length; start += BATCH) {
      const refs = missing.slice(start, start + BATCH);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      signal.throwIfAborted();
      for (const entity of items) {
        if (entity) {
          const word = readEntityWord(entity);
          words.set(word.entityRef, word);
        }
      }
    }
    return [...words.values()];
  }
}
