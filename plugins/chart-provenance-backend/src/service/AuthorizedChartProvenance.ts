import {
  chartProvenanceChartRefreshPermission,
  chartProvenanceIndexOperatePermission,
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
import {
  CallerOptions,
  ChartLocator,
  ChartProvenanceService,
  RawEvidence,
  VersionLocator,
} from './ChartProvenanceService';
import { Gatekeeper } from './Gatekeeper';
import { hideClaimants } from './hideClaimants';
import { visibleContents } from './visibleContents';

/** Lets through only what the caller may see: see {@link Gatekeeper}. Denials throw before anything behind it is called. */
export class AuthorizedChartProvenance implements ChartProvenanceService {
  readonly #inner: ChartProvenanceService;
  readonly #gate: Gatekeeper;

  constructor(options: { inner: ChartProvenanceService; gate: Gatekeeper }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async entity(
    entityRef: string,
    options: CallerOptions,
  ): Promise<EntityProvenance> {
    await this.#gate.mayRead(entityRef, options);
    const answer = await this.#inner.entity(entityRef, options);
    return hideClaimants(
      answer,
      async refs => new Set((await this.#gate.visible(refs, options)).keys()),
    );
  }

  async versions(
    locator: ChartLocator,
    query: VersionQuery,
    options: CallerOptions,
  ): Promise<VersionPage> {
    await this.#gate.mayRead(locator.entityRef, options);
    return this.#inner.versions(locator, query, options);
  }

  async version(
    locator: VersionLocator,
    options: CallerOptions,
  ): Promise<VersionDetail> {
    await this.#gate.mayRead(locator.entityRef, options);
    const detail = await this.#inner.version(locator, options);
    return {
      ...detail,
      contents: await visibleContents(detail.contents, this.#gate, options),
    };
  }

  async sbom(
    locator: VersionLocator,
    query: SbomQuery,
    options: CallerOptions,
  ): Promise<SbomPage> {
    await this.#gate.mayRead(locator.entityRef, options);
    return this.#inner.sbom(locator, query, options);
  }

  async evidence(
    locator: VersionLocator,
    evidenceDigest: string,
    options: CallerOptions,
  ): Promise<RawEvidence> {
    await this.#gate.mayRead(locator.entityRef, options);
    return this.#inner.evidence(locator, evidenceDigest, options);
  }

  async tagHistory(
    locator: ChartLocator,
    tag: string,
    options: CallerOptions,
  ): Promise<TagHistory> {
    await this.#gate.mayRead(locator.entityRef, options);
    return this.#inner.tagHistory(locator, tag, options);
  }

  async refresh(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<RefreshAnswer> {
    await this.#gate.mayRead(locator.entityRef, options);
    await this.#gate.mayOn(
      chartProvenanceChartRefreshPermission,
      locator.entityRef,
      options,
    );
    return this.#inner.refresh(locator, options);
  }

  async status(options: CallerOptions): Promise<IndexStatus> {
    await this.#gate.may(chartProvenanceIndexOperatePermission, options);
    return this.#inner.status(options);
  }

  async runDoctor(options: CallerOptions): Promise<DoctorReport> {
    await this.#gate.may(chartProvenanceIndexOperatePermission, options);
    return this.#inner.runDoctor(options);
  }
}
