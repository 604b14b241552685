import {
  chartProvenanceIndexOperatePermission,
  InventoryPage,
  MappingAnswer,
  MappingRequest,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';
import { Gatekeeper } from './Gatekeeper';
import { InventoryService, UnclaimedQuery } from './InventoryService';
import { userOf } from './userOf';

/** Charts without an owner have no entity whose permissions could count: they are for operators. */
export class AuthorizedInventoryService implements InventoryService {
  readonly #inner: InventoryService;
  readonly #gate: Gatekeeper;

  constructor(options: { inner: InventoryService; gate: Gatekeeper }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async unclaimed(
    query: UnclaimedQuery,
    options: CallerOptions,
  ): Promise<InventoryPage> {
    await this.#gate.may(chartProvenanceIndexOperatePermission, options);
    return this.#inner.unclaimed(query, options);
  }

  async accept(
    request: MappingRequest,
    options: CallerOptions,
  ): Promise<MappingAnswer> {
    userOf(options);
    await this.#gate.may(chartProvenanceIndexOperatePermission, options);
    return this.#inner.accept(request, options);
  }
}
