import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { reschedule, Schedule } from '../indexing/backOff';
import { WorkHandler } from '../indexing/WorkPump';
import {
  ChartStore,
  DISCOVERY_KEY,
  InventoryOutcome,
  Lease,
  WorkQueue,
} from '../store';
import { WalkProblem } from '../walk/types';
import { MOST_HEARSAY } from './boundHearsay';
import { CatalogReader } from './CatalogReader';
import { foundHash, FoundReader, FoundReaderOptions } from './FoundReader';
import { resolveInventory } from './resolveInventory';
import {
  EntityWord,
  FoundNames,
  OperatorWord,
  ResolvedInventory,
} from './types';

/** What discovery needs. */
export interface CatalogDiscoveryOptions
  extends Pick<FoundReaderOptions, 'discovery' | 'legacy'> {
  catalog: Pick<CatalogService, 'streamEntities' | 'getEntitiesByRefs'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  inventory: ChartStore['inventory'];
  queue: WorkQueue;
  operator: OperatorWord;
  schedule: Schedule;
  logger: LoggerService;
  now: () => Date;
  /** In [0, 1); `Math.random` unless told. */
  random?: () => number;
  /** Told after each inventory that was written: charts with another owner, source or policy are to be judged anew. */
  onReplaced?: (outcome: InventoryOutcome) => Promise<void>;
}

/**
 * Reads the catalog to its end and replaces the inventory with what it, the rules and the names found so far give. A reading that breaks
 * off changes nothing but the problem shown: claims vanish only when the whole catalog was seen without them. One row of the
 * work queue, so one replica at a time.
 */
export class CatalogDiscovery implements WorkHandler {
  readonly #options: CatalogDiscoveryOptions;
  readonly #catalog: CatalogReader;
  readonly #found: FoundReader;
  /** Of the names that the last discovery of this process went by, or that it last asked one for. */
  #foundHash: string | undefined;

  constructor(options: CatalogDiscoveryOptions) {
    const { operator } = options;
    this.#options = options;
    this.#catalog = new CatalogReader({ ...options, rules: operator.rules });
    this.#found = new FoundReader({ ...options, ...operator });
  }

  /** Adds the row that makes the pump run this, and makes it due: the operator's rules may be others than at the last start. */
  async schedule(): Promise<void> {
    await this.#options.queue.ensure([
      { key: DISCOVERY_KEY, kind: 'discovery', host: '' },
    ]);
    await this.#options.queue.makeRowDue(DISCOVERY_KEY);
  }

  /**
   * Makes discovery due when the names found are others than it last went by. To be called after each reading of a listing, an
   * index or a consumer source that was written; it is cheap when nothing is new. A process that has not discovered yet asks once too often.
   */
  async onFound(): Promise<void> {
    const hash = foundHash(await this.#found.read());
    if (hash !== this.#foundHash) {
      this.#foundHash = hash;
      await this.#options.queue.makeRowDue(DISCOVERY_KEY);
    }
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { inventory, operator, logger, onReplaced } = this.#options;
    const found = await this.#found.read();
    const words = await this.#readCatalog(lease, found, signal);
    if (!words) {
      return;
    }
    signal.throwIfAborted();
    const resolved = resolveInventory(operator, words, found);
    const outcome = await inventory.replace(resolved, lease, this.#next(lease));
    this.#foundHash = foundHash(found);
    logger.info(
      `Read the catalog: ${outcome.added} charts added, ${outcome.changed} changed, ${outcome.unclaimed} unclaimed`,
    );
    await this.#sayWhatIsLeftOut(resolved);
    await onReplaced?.(outcome);
  }

  async #sayWhatIsLeftOut({ leftOut }: ResolvedInventory): Promise<void> {
    const { inventory, logger } = this.#options;
    if (leftOut.length > 0) {
      const message = leftOut
        .map(
          ({ registry, repositories }) =>
            `${registry}: ${
              repositories + MOST_HEARSAY
            } repositories are named by indexes and consumers only, of which ${MOST_HEARSAY} are tried.`,
        )
        .join(' ');
      logger.warn(message);
      await inventory.discoveryFailed(message);
    }
  }

  /** Undefined when it could not be read to its end: then the row was given back with the problem. */
  async #readCatalog(
    lease: Lease,
    { mappings }: FoundNames,
    signal: AbortSignal,
  ): Promise<EntityWord[] | undefined> {
    const mapped = mappings.flatMap(({ entityRef }) => entityRef ?? []);
    try {
      return await this.#catalog.read(mapped, signal);
    } catch (error) {
      signal.throwIfAborted();
      await this.#failed(lease, error);
      return undefined;
    }
  }

  async #failed(lease: Lease, error: unknown): Promise<void> {
    const { inventory, queue, logger } = this.#options;
    logger.warn(`Could not read the catalog: ${error}`);
    const message = 'The catalog could not be read to its end.';
    await inventory.discoveryFailed(message);
    await queue.release(
      lease,
      this.#next(lease, { code: 'not-yet-judged', message, side: 'catalog' }),
    );
  }

  #next(lease: Lease, problem?: WalkProblem) {
    const { schedule, now, random = Math.random } = this.#options;
    return reschedule(lease, problem, schedule, now(), random());
  }
}
