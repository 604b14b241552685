import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  InventoryPage,
  MappingAnswer,
  MappingRequest,
  MigrationPhase,
} from 'backstage-plugin-chart-provenance-common';
import { DISCOVERY_KEY, DiscoveryStore, WorkQueue } from '../../store';
import { OperatorWord } from '../types';
import { CheckedMapping, checkMappings } from './acceptMappings';
import { CandidateReader } from './CandidateReader';
import { pageOf, UnclaimedQuery } from './page';
import { unclaimedChart } from './unclaimedChart';

/** What the list of charts that nobody owns needs. */
export interface UnclaimedOptions {
  discovery: Pick<
    DiscoveryStore,
    'unclaimed' | 'counts' | 'listings' | 'mappings' | 'addMappings'
  >;
  catalog: Pick<CatalogService, 'streamEntities' | 'getEntitiesByRefs'>;
  queue: Pick<WorkQueue, 'makeRowDue'>;
  operator: Pick<OperatorWord, 'rules'>;
  /** How long the inventory takes to follow at most, milliseconds. */
  discoveryIntervalMs: number;
  logger: Pick<LoggerService, 'warn'>;
  now: () => Date;
  /** Where a chart's migration stands; not told unless given. */
  phaseOf?: (chartId: string) => Promise<MigrationPhase | null>;
}

/** Lists the charts that nobody owns, and takes the operator's word on whose they are. Permissions are its caller's to check. */
export class Unclaimed {
  readonly #options: UnclaimedOptions;
  readonly #candidates: CandidateReader;

  constructor(options: UnclaimedOptions) {
    this.#options = options;
    this.#candidates = new CandidateReader(options);
  }

  /** One page. Suggestions name only entities that the caller may see. @throws InputError for a bad cursor or limit. */
  async list(
    query: UnclaimedQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<InventoryPage> {
    const { discovery, operator, phaseOf } = this.#options;
    const { items, nextCursor, total } = pageOf(
      await discovery.unclaimed(),
      query,
    );
    const readable = await this.#candidates.read(credentials);
    const shown = [];
    for (const record of items) {
      const phase = record.chart && (await phaseOf?.(record.chart.chartId));
      shown.push(
        unclaimedChart(record, phase ?? null, readable, operator.rules),
      );
    }
    return {
      items: shown,
      nextCursor,
      total,
      counts: await discovery.counts(),
      listings: await discovery.listings(),
    };
  }

  /**
   * Writes who owns what, all of it or nothing, and makes discovery due. `userRef` is who says so.
   *
   * @throws InputError for a chart that cannot be given away, or an entity that the caller cannot read.
   */
  async accept(
    request: MappingRequest,
    caller: { credentials: BackstageCredentials; userRef: string },
  ): Promise<MappingAnswer> {
    const { discovery, queue, operator, now } = this.#options;
    const checked = checkMappings(request, {
      unclaimed: await discovery.unclaimed(),
      mappings: await discovery.mappings(),
      rules: operator.rules,
    });
    await this.#refuseUnreadable(checked, caller.credentials);
    const at = now();
    await discovery.addMappings(
      checked.map(mapping => ({
        ...mapping,
        by: caller.userRef,
        at: at.toISOString(),
      })),
    );
    await queue.makeRowDue(DISCOVERY_KEY);
    const dueAt = at.getTime() + this.#options.discoveryIntervalMs;
    return {
      accepted: checked.map(({ chartId, entityRef }) => ({
        id: chartId,
        entityRef,
      })),
      dueAt: new Date(dueAt).toISOString(),
    };
  }

  /** An entity that does not exist and one that the caller may not see are told apart nowhere. */
  async #refuseUnreadable(
    mappings: readonly CheckedMapping[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const refs = [
      ...new Set(mappings.flatMap(({ entityRef }) => entityRef ?? [])),
    ];
    if (refs.length === 0) {
      return;
    }
    const { items } = await this.#options.catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['kind', 'metadata'] },
      { credentials },
    );
    const missing = refs.filter((_, index) => !items[index]);
    if (missing.length > 0) {
      throw new InputError(`There is no entity ${missing.join(', ')}`);
    }
  }
}
