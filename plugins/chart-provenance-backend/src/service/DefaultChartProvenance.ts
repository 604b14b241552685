import {
  DoctorReport,
  EntityProvenance,
  IndexStatus,
  RefreshAnswer,
  SbomPage,
  SbomQuery,
  TagHistory,
  VersionDetail,
  VersionPage,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';
import { ChartReads, SbomStore, WorkQueue } from '../store';
import { chartOf, noSuchChart } from './chartOf';
import {
  ChartLocator,
  ChartProvenanceService,
  RawEvidence,
  VersionLocator,
} from './ChartProvenanceService';
import { CommandConfig, commandsFor } from './commandsFor';
import { DoctorRunner } from './DoctorRunner';
import { RefreshLimiter } from './RefreshLimiter';
import { SbomReader } from './sbom/SbomReader';
import { TrustStatus } from './trustStatusOf';

/** What {@link DefaultChartProvenance} answers from. */
export interface DefaultChartProvenanceOptions {
  reads: ChartReads;
  sboms: SbomStore;
  queue: Pick<WorkQueue, 'makeDue'>;
  trustStatus: () => TrustStatus;
  doctor: Pick<DoctorRunner, 'run' | 'last'>;
  config: CommandConfig;
  /** Ids of the configured keys that are Ed25519. */
  ed25519Keys?: readonly string[];
  limiter?: RefreshLimiter;
  now?: () => Date;
}

/** Answers from the store. Authorises nobody: {@link AuthorizedChartProvenance} is around it. */
export class DefaultChartProvenance implements ChartProvenanceService {
  readonly #options: DefaultChartProvenanceOptions;
  readonly #limiter: RefreshLimiter;
  readonly #now: () => Date;

  constructor(options: DefaultChartProvenanceOptions) {
    this.#options = options;
    this.#limiter = options.limiter ?? new RefreshLimiter();
    this.#now = options.now ?? (() => new Date());
  }

  async entity(entityRef: string): Promise<EntityProvenance> {
    return this.#options.reads.entityProvenance(entityRef);
  }

  async versions(
    locator: ChartLocator,
    query: VersionQuery,
  ): Promise<VersionPage> {
    await chartOf(this.#options.reads, locator);
    return found(await this.#options.reads.versions(locator.chartId, query));
  }

  async version(locator: VersionLocator): Promise<VersionDetail> {
    const chart = await chartOf(this.#options.reads, locator);
    const detail = found(
      await this.#options.reads.versionDetail(locator.chartId, locator.digest),
    );
    return {
      ...detail,
      ...commandsFor(chart, detail, this.#options),
    };
  }

  async sbom(locator: VersionLocator, query: SbomQuery): Promise<SbomPage> {
    await chartOf(this.#options.reads, locator);
    return new SbomReader(this.#options.sboms).page(locator, query);
  }

  async evidence(
    locator: VersionLocator,
    evidenceDigest: string,
  ): Promise<RawEvidence> {
    await chartOf(this.#options.reads, locator);
    const content = found(
      await this.#options.reads.evidenceBytes(
        locator.chartId,
        locator.digest,
        evidenceDigest,
      ),
    );
    return {
      bytes: content.bytes,
      fileName: `evidence-${evidenceDigest.replace(':', '-')}.bin`,
    };
  }

  async tagHistory(locator: ChartLocator, tag: string): Promise<TagHistory> {
    await chartOf(this.#options.reads, locator);
    return found(await this.#options.reads.tagHistory(locator.chartId, tag));
  }

  async refresh(locator: ChartLocator): Promise<RefreshAnswer> {
    await chartOf(this.#options.reads, locator);
    const now = this.#now();
    this.#limiter.take(locator.chartId, now.getTime());
    const due = await this.#options.queue.makeDue(locator.chartId);
    if (!due) {
      throw noSuchChart();
    }
    return { dueAt: now.toISOString() };
  }

  async status(): Promise<IndexStatus> {
    const status = await this.#options.reads.status();
    return {
      ...status,
      ...this.#options.trustStatus(),
      doctor: this.#options.doctor.last,
    };
  }

  async runDoctor(): Promise<DoctorReport> {
    return this.#options.doctor.run();
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) {
    throw noSuchChart();
  }
  return value;
}
