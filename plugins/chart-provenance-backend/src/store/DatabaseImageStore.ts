import {
  ImageLook,
  ImageRepository,
  ImageStore,
  MatteringVersion,
  RecordedImages,
  StoredImageUse,
} from './ImageStore';
import { Reason, Verdict } from 'backstage-plugin-chart-provenance-common';
import { ChosenImages } from 'backstage-plugin-chart-provenance-common/images';
import { chartRecordOf } from './chartRecordOf';
import { getChart } from './operations/chart/getChart';
import { getRepositoryName } from './operations/image/getRepositoryName';
import { listImageNames } from './operations/image/listImageNames';
import { listMattering } from './operations/image/listMattering';
import { listReferences } from './operations/image/listReferences';
import { listUses, UseRow } from './operations/image/listUses';
import { listVerdicts } from './operations/image/listVerdicts';
import { listWorkKeys } from './operations/queue/listWorkKeys';
import { makeWorkDue } from './operations/queue/makeWorkDue';
import { getState } from './operations/state/getState';
import { setState } from './operations/state/setState';
import { getVersion } from './operations/version/getVersion';
import { readMattering } from './reads/image/readMattering';
import { StoreContext } from './reads/StoreContext';
import { fromJson, fromNullableJson, ImageVerdictRow } from './rows';
import { ChartRecord, Lease, Reschedule } from './types';
import { ensureImageWork } from './writes/image/ensureImageWork';
import { recordChartImages } from './writes/image/recordChartImages';
import { recordImageLooks } from './writes/image/recordImageLooks';
import { isLooksKey } from './workKeys';
import { retireWork } from './writes/image/retireWork';

/** Key of the state that says how archives are read. */
const SETTINGS = 'images.settings';
const DIGEST = /^sha(?:256:[0-9a-f]{64}|512:[0-9a-f]{128})$/;

/** The images of charts, in the plugin's database. */
export class DatabaseImageStore implements ImageStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async ensure(work: Parameters<ImageStore['ensure']>[0]): Promise<void> {
    const { database, now } = this.#context;
    await database.transaction(tx =>
      ensureImageWork(tx, work, now().toISOString()),
    );
  }

  async makeDue(which: 'looks' | 'all'): Promise<void> {
    const { database, now } = this.#context;
    const keys = await listWorkKeys(database, 'images');
    for (const key of keys.filter(one => which === 'all' || isLooksKey(one))) {
      await makeWorkDue(database, key, now().toISOString());
    }
  }

  async rememberSettings(settings: string): Promise<boolean> {
    const { database } = this.#context;
    const before = await getState(database, SETTINGS);
    await setState(database, SETTINGS, settings);
    return before !== settings;
  }

  async readChart(chartId: string): Promise<ChartRecord | undefined> {
    const row = await getChart(this.#context.database, chartId);
    return row && Boolean(row.claimed) ? chartRecordOf(row) : undefined;
  }

  async versionsThatMatter(
    chartId: string,
    { limit, ...which }: Parameters<ImageStore['versionsThatMatter']>[1],
  ): Promise<MatteringVersion[]> {
    const chart = await getChart(this.#context.database, chartId);
    if (!chart) {
      return [];
    }
    const rows = await listMattering(this.#context.database, {
      chartId,
      ...which,
    });
    const versions: MatteringVersion[] = [];
    for (const row of rows
      .sort((a, b) => (a.sort_key < b.sort_key ? 1 : -1))
      .slice(0, limit)) {
      versions.push(await readMattering(this.#context, chart, row));
    }
    return versions;
  }

  async version(
    chartId: string,
    digest: string,
  ): Promise<MatteringVersion | undefined> {
    const chart = await getChart(this.#context.database, chartId);
    const row =
      chart && (await getVersion(this.#context.database, chartId, digest));
    return chart && row && readMattering(this.#context, chart, row);
  }

  async recordImages(
    chartId: string,
    images: readonly RecordedImages[],
    repositories: readonly ImageRepository[],
    lease: Lease,
    next: Reschedule,
  ): Promise<void> {
    await recordChartImages(
      this.#context,
      chartId,
      images,
      repositories,
      lease,
      next,
    );
  }

  async names(): Promise<string[]> {
    return listImageNames(this.#context.database);
  }

  async repositoryOfKey(key: string): Promise<string | undefined> {
    return getRepositoryName(this.#context.database, key);
  }

  async referencesOf(name: string, limit: number): Promise<string[]> {
    return listReferences(this.#context.database, name, limit);
  }

  async looks(
    name: string,
    references?: readonly string[],
  ): Promise<ImageLook[]> {
    const { database } = this.#context;
    return (await listVerdicts(database, name, references)).map(lookOf);
  }

  async recordLooks(
    name: string,
    looks: readonly ImageLook[],
    lease: Lease,
    next: Reschedule,
  ): Promise<void> {
    await recordImageLooks(this.#context, name, looks, lease, next);
  }

  async retire(lease: Lease): Promise<void> {
    await retireWork(this.#context, lease);
  }

  async uses(query: string, limit: number): Promise<StoredImageUse[]> {
    const asked = DIGEST.test(query) ? { digest: query } : { part: query };
    const rows = await listUses(this.#context.database, asked, limit);
    return rows.flatMap(useOf);
  }
}

function lookOf(row: ImageVerdictRow): ImageLook {
  return {
    reference: row.reference,
    digest: row.digest,
    verdict: fromNullableJson<Verdict>(row.verdict),
    policy: row.policy,
    inputsHash: row.inputs_hash,
    checkedAt: row.checked_at,
    attemptedAt: row.attempted_at,
    problem: fromNullableJson<Pick<Reason, 'code' | 'message' | 'side'>>(
      row.problem,
    ),
  };
}

function useOf(row: UseRow): StoredImageUse[] {
  const { from } = fromJson<ChosenImages>(row.chosen);
  return from === null
    ? []
    : [
        {
          chartId: row.chart_id,
          digest: row.digest,
          version: row.version,
          from,
          written: row.written,
          pinned: row.image_digest !== null,
        },
      ];
}
