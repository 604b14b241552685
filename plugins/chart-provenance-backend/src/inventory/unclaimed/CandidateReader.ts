import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  OwnerCandidates,
  ownerCandidates,
} from 'backstage-plugin-chart-provenance-common';

const PAGE_SIZE = 500;
/** Beyond that, suggestions come from the first so many. */
const MOST_ENTITIES = 50_000;
const KEPT_MS = 60_000;
const KEPT_CALLERS = 20;

/** The entities of one caller, prepared for suggestions, and their refs. */
export interface ReadableEntities {
  candidates: OwnerCandidates;
  refs: ReadonlySet<string>;
}

/** What reading candidates needs. */
export interface CandidateReaderOptions {
  catalog: Pick<CatalogService, 'streamEntities'>;
  logger: Pick<LoggerService, 'warn'>;
  now: () => Date;
}

/**
 * Reads the entities that may own charts with the caller's own credentials, so that suggestions name only what the caller may see. Kept
 * for a minute for each caller: paging through the list reads the catalog once.
 */
export class CandidateReader {
  readonly #options: CandidateReaderOptions;
  readonly #kept = new Map<
    string,
    { until: number; entities: Promise<ReadableEntities> }
  >();

  constructor(options: CandidateReaderOptions) {
    this.#options = options;
  }

  async read(credentials: BackstageCredentials): Promise<ReadableEntities> {
    const now = this.#options.now().getTime();
    const caller = JSON.stringify(credentials.principal);
    const known = this.#kept.get(caller);
    if (known && known.until > now) {
      return known.entities;
    }
    const entities = this.#fetch(credentials);
    this.#kept.delete(caller);
    this.#kept.set(caller, { until: now + KEPT_MS, entities });
    entities.catch(() => this.#kept.delete(caller));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_CALLERS) {
      this.#kept.delete(oldest);
    }
    return entities;
  }

  async #fetch(credentials: BackstageCredentials): Promise<ReadableEntities> {
    const { catalog, logger } = this.#options;
    const entities: Entity[] = [];
    const pages = catalog.streamEntities(
      {
        filter: { kind: ['component', 'resource', 'system', 'group', 'user'] },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.annotations',
          'spec.profile',
          'relations',
        ],
        pageSize: PAGE_SIZE,
      },
      { credentials },
    );
    for await (const page of pages) {
      entities.push(...page);
      if (entities.length >= MOST_ENTITIES) {
        logger.warn(
          `Owners of unclaimed charts are suggested from the first ${MOST_ENTITIES} entities only`,
        );
        break;
      }
    }
    const candidates = ownerCandidates(entities);
    return {
      candidates,
      refs: new Set(candidates.all.map(({ entityRef }) => entityRef)),
    };
  }
}
