import { LegacyFacts } from 'backstage-plugin-chart-provenance-common';
import {
  LegacyLocation,
  LegacyReading,
  LegacyRepositoryStatus,
  LegacyStore,
} from './LegacyStore';
import { normaliseRepositoryUrl } from './normaliseRepositoryUrl';
import { getRepository } from './operations/legacy/getRepository';
import { listLegacyNames } from './operations/legacy/listLegacyNames';
import { replaceChartLegacy } from './operations/legacy/replaceChartLegacy';
import { readLegacyFacts } from './reads/legacy/readLegacyFacts';
import { readRepositories } from './reads/legacy/readRepositories';
import { StoreContext } from './reads/StoreContext';
import { Lease, Reschedule } from './types';
import { configureLegacy } from './writes/legacy/configureLegacy';
import { recordLegacyReading } from './writes/legacy/recordLegacyReading';

/** What legacy repositories list, in the plugin's database. */
export class DatabaseLegacyStore implements LegacyStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async configure(urls: readonly string[]): Promise<void> {
    await configureLegacy(this.#context, urls);
  }

  async validator(url: string): Promise<string | null> {
    const { database } = this.#context;
    const row = await getRepository(database, normaliseRepositoryUrl(url));
    return row?.validator ?? null;
  }

  async recordReading(
    url: string,
    reading: LegacyReading,
    lease: Lease,
    next: Reschedule,
  ): Promise<void> {
    const known = normaliseRepositoryUrl(url);
    await recordLegacyReading(this.#context, known, reading, lease, next);
  }

  async factsOf(chartId: string): Promise<LegacyFacts | null> {
    return readLegacyFacts(this.#context, chartId);
  }

  async names(url: string, options?: { ever?: boolean }): Promise<string[]> {
    const { database } = this.#context;
    return listLegacyNames(database, normaliseRepositoryUrl(url), options);
  }

  async replaceLocations(locations: readonly LegacyLocation[]): Promise<void> {
    await this.#context.database.transaction(tx =>
      replaceChartLegacy(tx, locations),
    );
  }

  async repositories(): Promise<LegacyRepositoryStatus[]> {
    return readRepositories(this.#context);
  }
}
