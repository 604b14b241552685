import {
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

/** Who asks the gate, and as what. */
export interface GateCaller extends CallerOptions {
  /** `user:default/dana`, or the subject of a service. */
  name: string;
  /** Users get dry runs only. */
  isUser: boolean;
}

/**
 * Answers the routes of the gate.
 *
 * @internal
 */
export interface GateService {
  /**
   * Decides, and answers only once the decision is written down. @throws InputError for what cannot be read and for unknown environments,
   * TooManyRequestsError, ServiceUnavailableError when the decision cannot be written
   */
  decide(request: GateRequest, caller: GateCaller): Promise<GateDecision>;
  /** Decisions about charts that the caller may see; all of them for operators. */
  log(query: GateLogQuery, caller: GateCaller): Promise<GateLogPage>;
  /** All that the query matches, page after page; at most 100,000. */
  exportLog(query: GateLogQuery, caller: GateCaller): AsyncIterable<GateLogRow>;
  decision(id: string, caller: GateCaller): Promise<GateLogRow>;
  /** Writes down what was decided elsewhere; what is known already is not written twice. */
  report(
    decisions: readonly OfflineDecision[],
    caller: GateCaller,
  ): Promise<{ accepted: number; known: number }>;
  /** What `gate --offline` decides by, for one chart. */
  offlinePolicy(reference: string, caller: GateCaller): Promise<OfflinePolicy>;
  /** What the operator's environments ask of a chart. */
  environments(
    locator: ChartLocator,
    caller: CallerOptions,
  ): Promise<GateEnvironmentStatus[]>;
  impact(change: GateChange, caller: GateCaller): Promise<GateImpact>;
}
