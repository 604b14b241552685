import {
  chartProvenanceGateCheckPermission,
  chartProvenanceIndexOperatePermission,
  GateChange,
  GateDecision,
  GateEnvironmentStatus,
  GateImpact,
  GateLogPage,
  GateLogQuery,
  GateLogRow,
  GateRequest,
} from 'backstage-plugin-chart-provenance-common';
import {
  OfflineDecision,
  OfflinePolicy,
} from 'backstage-plugin-chart-provenance-common/gate';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';
import { Gatekeeper } from './Gatekeeper';
import { GateCaller, GateService } from './GateService';

/**
 * Lets through only who may ask the gate; which charts they may ask about is for what is inside to say, because a chart that they may not see has
 * to be answered like one that is not there. What a change would do to the whole fleet is for operators.
 */
export class AuthorizedGateService implements GateService {
  readonly #inner: GateService;
  readonly #gate: Gatekeeper;

  constructor(options: { inner: GateService; gate: Gatekeeper }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async decide(
    request: GateRequest,
    caller: GateCaller,
  ): Promise<GateDecision> {
    await this.#mayAsk(caller);
    return this.#inner.decide(request, caller);
  }

  async log(query: GateLogQuery, caller: GateCaller): Promise<GateLogPage> {
    await this.#mayAsk(caller);
    return this.#inner.log(query, caller);
  }

  async *exportLog(
    query: GateLogQuery,
    caller: GateCaller,
  ): AsyncIterable<GateLogRow> {
    await this.#mayAsk(caller);
    yield* this.#inner.exportLog(query, caller);
  }

  async decision(id: string, caller: GateCaller): Promise<GateLogRow> {
    await this.#mayAsk(caller);
    return this.#inner.decision(id, caller);
  }

  async report(
    decisions: readonly OfflineDecision[],
    caller: GateCaller,
  ): Promise<{ accepted: number; known: number }> {
    await this.#mayAsk(caller);
    return this.#inner.report(decisions, caller);
  }

  async offlinePolicy(
    reference: string,
    caller: GateCaller,
  ): Promise<OfflinePolicy> {
    await this.#mayAsk(caller);
    return this.#inner.offlinePolicy(reference, caller);
  }

  async environments(
    locator: ChartLocator,
    caller: CallerOptions,
  ): Promise<GateEnvironmentStatus[]> {
    await this.#gate.mayRead(locator.entityRef, caller);
    return this.#inner.environments(locator, caller);
  }

  async impact(change: GateChange, caller: GateCaller): Promise<GateImpact> {
    await this.#mayAsk(caller);
    await this.#gate.may(chartProvenanceIndexOperatePermission, caller);
    return this.#inner.impact(change, caller);
  }

  #mayAsk(caller: CallerOptions): Promise<void> {
    return this.#gate.may(chartProvenanceGateCheckPermission, caller);
  }
}
