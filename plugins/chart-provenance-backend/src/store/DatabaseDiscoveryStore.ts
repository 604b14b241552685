import { ListingStatus } from 'backstage-plugin-chart-provenance-common';
import {
  ConsumedTarget,
  DiscoveryStore,
  ListingReading,
  MappingRecord,
  UnclaimedRecord,
} from './DiscoveryStore';
import { insertMappings } from './operations/discovery/insertMappings';
import { listListed } from './operations/discovery/listListed';
import { listMappings } from './operations/discovery/listMappings';
import { listTargets } from './operations/discovery/listTargets';
import { replaceOwnerKeys } from './operations/discovery/replaceOwnerKeys';
import { StoreContext } from './reads/StoreContext';
import { readListings } from './reads/unclaimed/readListings';
import { readCounts, readUnclaimed } from './reads/unclaimed/readUnclaimed';
import { toText } from './rows';
import { Lease, Reschedule } from './types';
import { configureListings } from './writes/discovery/configureListings';
import { recordListing } from './writes/discovery/recordListing';

/** What was found without anybody claiming it, in the plugin's database. */
export class DatabaseDiscoveryStore implements DiscoveryStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async configureListings(hosts: readonly string[]): Promise<void> {
    await configureListings(this.#context, hosts);
  }

  async recordListing(
    host: string,
    reading: ListingReading,
    lease: Lease,
    next: Reschedule,
  ): Promise<void> {
    await recordListing(this.#context, host, reading, lease, next);
  }

  async listedRepositories(): Promise<
    { registry: string; repository: string }[]
  > {
    const rows = await listListed(this.#context.database, { present: true });
    return rows.map(({ registry, repository }) => ({ registry, repository }));
  }

  async consumedTargets(): Promise<ConsumedTarget[]> {
    const rows = await listTargets(this.#context.database);
    return rows.flatMap((row): ConsumedTarget[] => {
      const { registry, repository, legacy_url: url, legacy_name: name } = row;
      if (registry !== null && repository !== null) {
        return [{ kind: 'oci', registry, repository }];
      }
      return url !== null && name !== null
        ? [{ kind: 'legacy', url, name }]
        : [];
    });
  }

  async mappings(): Promise<MappingRecord[]> {
    const rows = await listMappings(this.#context.database);
    return rows
      .filter(row => row.entity_ref !== null)
      .map(row => ({
        chartId: row.chart_id,
        registry: row.registry,
        repository: row.repository,
        entityRef: row.entity_ref,
        by: row.by,
        at: row.at,
      }));
  }

  async addMappings(records: readonly MappingRecord[]): Promise<void> {
    const rows = records.map(record => ({
      chart_id: record.chartId,
      registry: toText(record.registry),
      repository: toText(record.repository),
      entity_ref: record.entityRef,
      by: record.by,
      at: record.at,
    }));
    await this.#context.database.transaction(tx => insertMappings(tx, rows));
  }

  async unclaimed(): Promise<UnclaimedRecord[]> {
    return readUnclaimed(this.#context);
  }

  async counts(): Promise<{
    charts: number;
    owned: number;
    unclaimed: number;
    conflicts: number;
  }> {
    return readCounts(this.#context);
  }

  async listings(): Promise<ListingStatus[]> {
    return readListings(this.#context);
  }

  async replaceOwnerKeys(
    keys: readonly { key: string; entityRef: string }[],
  ): Promise<void> {
    await this.#context.database.transaction(tx => replaceOwnerKeys(tx, keys));
  }
}
