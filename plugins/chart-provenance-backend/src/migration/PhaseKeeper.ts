import { LoggerService } from '@backstage/backend-plugin-api';
import { phaseOf } from 'backstage-plugin-chart-provenance-common/migration';
import { ChartRecord, MigrationStore } from '../store';
import { MigrationReader } from './MigrationReader';

/** What the keeper works with. */
export interface PhaseKeeperOptions {
  /** Every chart that is read, in any order. */
  charts: () => Promise<ChartRecord[]>;
  reader: Pick<MigrationReader, 'facts' | 'looked'>;
  migration: Pick<MigrationStore, 'recordPhase'>;
  logger: LoggerService;
}

/**
 * Writes down when phases are reached, so that they advance whether somebody looks or not, and so that a later failure to read does
 * not look like a step back. One chart that cannot be judged does not keep the others from it.
 */
export class PhaseKeeper {
  readonly #options: PhaseKeeperOptions;

  constructor(options: PhaseKeeperOptions) {
    this.#options = options;
  }

  async keep(signal: AbortSignal): Promise<void> {
    const { charts, reader, migration, logger } = this.#options;
    // Read before any consumer: see MigrationReader.
    const looked = await reader.looked();
    for (const chart of await charts()) {
      if (signal.aborted) {
        return;
      }
      try {
        const facts = await reader.facts(chart, looked);
        const found = facts && phaseOf(facts);
        // What is held was seen before, and is not seen now.
        const isNew = found && facts.reached[found.phase] === undefined;
        if (facts && isNew && !found.held) {
          const { chartId } = chart;
          const { legacy, now } = facts;
          await migration.recordPhase(chartId, legacy, found.phase, now);
        }
      } catch (error) {
        logger.error(
          `Could not tell the phase of ${chart.registry}/${chart.repository}: ${error}`,
        );
      }
    }
  }
}
