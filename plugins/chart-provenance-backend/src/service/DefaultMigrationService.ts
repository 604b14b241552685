import { ConflictError, InputError } from '@backstage/errors';
import {
  ConsumerRow,
  ManualItemSpec,
  MigrationPlan,
  MigrationState,
  SignOffRequest,
} from 'backstage-plugin-chart-provenance-common';
import {
  planProblems,
  signOffProblems,
} from 'backstage-plugin-chart-provenance-common/migration';
import { MigrationReader } from '../migration';
import { ChartReads, ChartRecord, MigrationStore } from '../store';
import { chartOf, noSuchChart } from './chartOf';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';
import { userOf } from './userOf';

/** A state, and the consumers it was judged from: so that whoever knows the reader can hide some. */
export interface JudgedMigration {
  state: MigrationState;
  consumers: ConsumerRow[];
}

/** What {@link DefaultMigrationService} works with. */
export interface DefaultMigrationServiceOptions {
  reads: Pick<ChartReads, 'chartRecord'>;
  reader: Pick<MigrationReader, 'state' | 'items'>;
  store: Pick<MigrationStore, 'addSignOff' | 'addPlan'>;
  now: () => Date;
}

/** Answers and writes. Authorises nobody, and hides nobody: {@link AuthorizedMigrationService} is around it. */
export class DefaultMigrationService {
  readonly #options: DefaultMigrationServiceOptions;

  constructor(options: DefaultMigrationServiceOptions) {
    this.#options = options;
  }

  async migration(
    locator: ChartLocator,
    may: MigrationState['may'],
  ): Promise<JudgedMigration> {
    const { reads, reader } = this.#options;
    const judged = await reader.state(await chartOf(reads, locator), may);
    if (!judged) {
      throw noSuchChart();
    }
    return judged;
  }

  /** @throws InputError */
  item(checkId: string): ManualItemSpec {
    const { items } = this.#options.reader;
    const item = items.find(({ id }) => id === checkId);
    if (!item) {
      const ids = items.map(({ id }) => id).join(', ');
      throw new InputError(
        `'${checkId.slice(
          0,
          100,
        )}' is nothing that people sign off; these are: ${ids}`,
      );
    }
    return item;
  }

  async signOff(
    locator: ChartLocator,
    checkId: string,
    request: SignOffRequest,
    caller: CallerOptions,
  ): Promise<void> {
    const { reads, store, now } = this.#options;
    const item = this.item(checkId);
    const at = now().toISOString();
    refuseProblems(signOffProblems(request, item, at));
    const { chartId, registry } = ownChart(
      await chartOf(reads, locator),
      locator,
    );
    await store.addSignOff(
      item.scope === 'registry' ? { registry } : { chartId },
      checkId,
      request,
      { by: userOf(caller), at },
    );
  }

  async plan(
    locator: ChartLocator,
    plan: MigrationPlan,
    caller: CallerOptions,
  ): Promise<void> {
    const { reads, store, now } = this.#options;
    const at = now().toISOString();
    refuseProblems(planProblems(plan, at));
    const { chartId } = ownChart(await chartOf(reads, locator), locator);
    await store.addPlan(chartId, plan, { by: userOf(caller), at });
  }
}

/** While several claim a chart, nobody speaks for it: a word would stay when it turns out to be another's. @throws ConflictError */
function ownChart(
  chart: ChartRecord,
  { entityRef }: ChartLocator,
): ChartRecord {
  if (chart.owner !== entityRef) {
    throw new ConflictError(
      'Several entities claim this chart, so nobody can speak for it until it is settled whose it is',
    );
  }
  return chart;
}

function refuseProblems(
  problems: readonly { field: string; message: string }[],
): void {
  if (problems.length > 0) {
    throw new InputError(
      problems.map(({ field, message }) => `${field}: ${message}`).join('; '),
    );
  }
}
