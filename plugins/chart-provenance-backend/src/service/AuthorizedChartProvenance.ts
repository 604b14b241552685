import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  chartProvenanceChartReadPermission,
  chartProvenanceChartRefreshPermission,
  chartProvenanceIndexOperatePermission,
  DoctorReport,
  EntityProvenance,
  IndexStatus,
  RefreshAnswer,
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
import { hideClaimants } from './hideClaimants';

/**
 * Lets through only what the caller may see. Denials throw before anything behind it is called. An entity the caller may
 * not read and one that does not exist answer alike: `NotFoundError`. An entity the caller reads, without the permission
 * asked for: `NotAllowedError`.
 */
export class AuthorizedChartProvenance implements ChartProvenanceService {
  readonly #inner: ChartProvenanceService;
  readonly #catalog: Pick<
    CatalogService,
    'getEntityByRef' | 'getEntitiesByRefs'
  >;
  readonly #permissions: Pick<PermissionsService, 'authorize'>;

  constructor(options: {
    inner: ChartProvenanceService;
    catalog: Pick<CatalogService, 'getEntityByRef' | 'getEntitiesByRefs'>;
    permissions: Pick<PermissionsService, 'authorize'>;
  }) {
    this.#inner = options.inner;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  async entity(
    entityRef: string,
    options: CallerOptions,
  ): Promise<EntityProvenance> {
    await this.#mayRead(entityRef, options);
    const answer = await this.#inner.entity(entityRef, options);
    return hideClaimants(answer, refs => this.#readable(refs, options));
  }

  async versions(
    locator: ChartLocator,
    query: VersionQuery,
    options: CallerOptions,
  ): Promise<VersionPage> {
    await this.#mayRead(locator.entityRef, options);
    return this.#inner.versions(locator, query, options);
  }

  async version(
    locator: VersionLocator,
    options: CallerOptions,
  ): Promise<VersionDetail> {
    await this.#mayRead(locator.entityRef, options);
    return this.#inner.version(locator, options);
  }

  async evidence(
    locator: VersionLocator,
    evidenceDigest: string,
    options: CallerOptions,
  ): Promise<RawEvidence> {
    await this.#mayRead(locator.entityRef, options);
    return this.#inner.evidence(locator, evidenceDigest, options);
  }

  async tagHistory(
    locator: ChartLocator,
    tag: string,
    options: CallerOptions,
  ): Promise<TagHistory> {
    await this.#mayRead(locator.entityRef, options);
    return this.#inner.tagHistory(locator, tag, options);
  }

  async refresh(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<RefreshAnswer> {
    await this.#mayRead(locator.entityRef, options);
    await this.#authorize(
      chartProvenanceChartRefreshPermission,
      locator.entityRef,
      options,
    );
    return this.#inner.refresh(locator, options);
  }

  async status(options: CallerOptions): Promise<IndexStatus> {
    await this.#authorizeBasic(chartProvenanceIndexOperatePermission, options);
    return this.#inner.status(options);
  }

  async runDoctor(options: CallerOptions): Promise<DoctorReport> {
    await this.#authorizeBasic(chartProvenanceIndexOperatePermission, options);
    return this.#inner.runDoctor(options);
  }

  async #mayRead(entityRef: string, options: CallerOptions): Promise<void> {
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    await this.#authorize(
      chartProvenanceChartReadPermission,
      entityRef,
      options,
    );
  }

  async #authorize(
    permission: ResourcePermission,
    resourceRef: string,
    options: CallerOptions,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize(
      [{ permission, resourceRef }],
      options,
    );
    refuseUnlessAllowed(decision?.result, permission.name);
  }

  async #authorizeBasic(
    permission: BasicPermission,
    options: CallerOptions,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize(
      [{ permission }],
      options,
    );
    refuseUnlessAllowed(decision?.result, permission.name);
  }

  /** Which of the refs the caller may see in the catalog. */
  async #readable(
    entityRefs: string[],
    options: CallerOptions,
  ): Promise<Set<string>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name'] },
      options,
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }
}

function refuseUnlessAllowed(
  result: AuthorizeResult | undefined,
  permission: string,
): void {
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`This needs the permission ${permission}`);
  }
}
