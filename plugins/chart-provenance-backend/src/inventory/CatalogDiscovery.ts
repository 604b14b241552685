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
import { catalogFilter } from './catalogFilter';
import { readEntityWord } from './readEntityWord';
import { resolveInventory } from './resolveInventory';
import { EntityWord, OperatorWord } from './types';

const PAGE_SIZE = 500;

/** What reading the catalog needs. */
export interface CatalogDiscoveryOptions {
  catalog: Pick<CatalogService, 'streamEntities'>;
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
 * Reads the catalog to its end and replaces the inventory. A reading that breaks off changes nothing but the problem shown:
 * claims vanish only when the whole catalog was seen without them. One row of the work queue, so one replica at a time.
 */
export class CatalogDiscovery implements WorkHandler {
  readonly #options: CatalogDiscoveryOptions;

  constructor(options: CatalogDiscoveryOptions) {
    this.#options = options;
  }

  /** Adds the row that makes the pump run this, and makes it due: the operator's rules may be others than at the last start. */
  async schedule(): Promise<void> {
    await this.#options.queue.ensure([
      { key: DISCOVERY_KEY, kind: 'discovery', host: '' },
    ]);
    await this.#options.queue.makeRowDue(DISCOVERY_KEY);
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { inventory, operator, logger, onReplaced } = this.#options;
    let words: EntityWord[];
    try {
      words = await this.#readCatalog(signal);
    } catch (error) {
      signal.throwIfAborted();
      await this.#failed(lease, error);
      return;
    }
    signal.throwIfAborted();
    const outcome = await inventory.replace(
      resolveInventory(operator, words),
      lease,
      this.#next(lease),
    );
    logger.info(
      `Read the catalog: ${outcome.added} charts added, ${outcome.changed} changed, ${outcome.unclaimed} unclaimed`,
    );
    await onReplaced?.(outcome);
  }

  async #readCatalog(signal: AbortSignal): Promise<EntityWord[]> {
    const { catalog, auth, operator } = this.#options;
    const words: EntityWord[] = [];
    const pages = catalog.streamEntities(
      { filter: catalogFilter(operator.rules), pageSize: PAGE_SIZE },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      signal.throwIfAborted();
      words.push(...page.map(readEntityWord));
    }
    return words;
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
