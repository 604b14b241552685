import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  GateChange,
  GateDecision,
  GateEnvironmentStatus,
  GateImpact,
  GateLogPage,
  GateLogQuery,
  GateLogRow,
  GateRequest,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import {
  chooseEnvironment,
  DEFAULT_ENVIRONMENT,
  GateEnvironment,
  environmentNames,
  OfflineDecision,
  OfflinePolicy,
} from 'backstage-plugin-chart-provenance-common/gate';
import { LoggerService } from '@backstage/backend-plugin-api';
import { GateConfig } from '../config';
import { TokenBuckets } from '../gate';
import { ChartReads, ChartRecord, GateStore } from '../store';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';
import { chartOf } from './chartOf';
import { environmentFor } from './gate/environmentFor';
import { environmentStatusOf } from './gate/environmentStatusOf';
import { GateDecider } from './gate/GateDecider';
import { GateLog } from './gate/GateLog';
import { GateReports } from './gate/GateReports';
import { GateSight } from './gate/GateSight';
import { LookAgain } from './gate/LookAgain';
import { isRefusal } from './gate/isRefusal';
import { GateCaller, GateService } from './GateService';
import {
  parseReference,
  parseVersionReference,
} from './request/parseReference';
import { TooManyRequestsError } from './TooManyRequestsError';

/** What {@link DefaultGateService} answers from. */
export interface DefaultGateServiceOptions {
  config: GateConfig;
  policies: readonly TrustPolicy[];
  store: GateStore;
  reads: Pick<ChartReads, 'chartRecord'>;
  sight: Pick<GateSight, 'mayRead' | 'mayReadEntity' | 'isOperator' | 'scope'>;
  decider: Pick<GateDecider, 'decide' | 'chartIdOf'>;
  lookAgain: Pick<LookAgain, 'after'>;
  /** Writes the file that `gate --offline` decides by. @throws Error with a `code` for what stands against giving one out */
  offlinePolicy: (
    chart: ChartRecord,
    environments: readonly GateEnvironment[],
  ) => Promise<OfflinePolicy>;
  impact: (change: GateChange, caller: GateCaller) => Promise<GateImpact>;
  /** Base of the app, without a slash at its end. */
  appUrl: string;
  logger: Pick<LoggerService, 'error'>;
  now: () => Date;
}

/** Decides, keeps what was decided, and tells of it to those who may see it: {@link GateSight}. */
export class DefaultGateService implements GateService {
  readonly #options: DefaultGateServiceOptions;
  readonly #buckets: TokenBuckets;
  readonly #log: GateLog;
  readonly #reports: GateReports;

  constructor(options: DefaultGateServiceOptions) {
    const { config, decider } = options;
    this.#options = options;
    this.#buckets = new TokenBuckets(config.requestsPerMinute);
    this.#log = new GateLog({
      ...options,
      environments: () => this.#statuses(null),
    });
    this.#reports = new GateReports({
      ...options,
      chartIdOf: reference => decider.chartIdOf(reference),
      pageOf: id => `${options.appUrl}/chart-provenance/gate?decision=${id}`,
    });
  }

  async decide(
    { reference: written, environment: name, require = {} }: GateRequest,
    caller: GateCaller,
  ): Promise<GateDecision> {
    this.#limit(caller);
    const reference = parseVersionReference(written);
    const environment = this.#environment(
      name ?? DEFAULT_ENVIRONMENT,
      reference,
    );
    const { decider, store, lookAgain, now } = this.#options;
    return this.#orUnavailable(async () => {
      const question = { written, reference, environment, require };
      const decision = await decider.decide(question, caller);
      await lookAgain.after(decision, now());
      await store.add({ decision, caller: caller.name, require });
      return decision;
    });
  }

  async log(query: GateLogQuery, caller: GateCaller): Promise<GateLogPage> {
    return this.#log.page(query, caller);
  }

  exportLog(
    query: GateLogQuery,
    caller: GateCaller,
  ): AsyncIterable<GateLogRow> {
    return this.#log.all(query, caller);
  }

  async decision(id: string, caller: GateCaller): Promise<GateLogRow> {
    return this.#log.one(id, caller);
  }

  async report(
    decisions: readonly OfflineDecision[],
    caller: GateCaller,
  ): Promise<{ accepted: number; known: number }> {
    // Each is written down, as one that is decided here.
    this.#limit(caller, decisions.length);
    return this.#orUnavailable(() => this.#reports.take(decisions, caller));
  }

  async offlinePolicy(
    written: string,
    caller: GateCaller,
  ): Promise<OfflinePolicy> {
    this.#limit(caller);
    const { config, decider, sight, store, offlinePolicy } = this.#options;
    if (config.offlineLifetimeMs === null) {
      throw new NotFoundError(
        'No policy files are given out: the operator has switched gate.offlineLifetime off',
      );
    }
    const reference = parseReference(written);
    const chartId = decider.chartIdOf(reference);
    const subject = chartId ? await store.subject(chartId, null) : undefined;
    const place = `${reference.registry}/${reference.repository}`;
    if (!(await sight.mayRead(subject?.chart, place, caller)) || !subject) {
      throw new NotFoundError(
        'There is no such chart in the index, or you may not see it',
      );
    }
    return offlinePolicy(subject.chart, this.#environmentsOf(subject.chart));
  }

  async environments(locator: ChartLocator): Promise<GateEnvironmentStatus[]> {
    const chart = await chartOf(this.#options.reads, locator);
    return this.#statuses(chart);
  }

  async impact(change: GateChange, caller: GateCaller): Promise<GateImpact> {
    return this.#options.impact(change, caller);
  }

  /** @throws TooManyRequestsError */
  #limit({ name }: GateCaller & CallerOptions, several = 1): void {
    const now = this.#options.now().getTime();
    const seconds = this.#buckets.take(name, now, several);
    if (seconds !== undefined) {
      throw new TooManyRequestsError(
        `You ask more than ${
          this.#options.config.requestsPerMinute
        } times a minute; try again in ${seconds} s`,
        seconds,
      );
    }
  }

  /** @throws InputError */
  #environment(
    name: string,
    place: { registry: string; repository: string },
  ): GateEnvironment {
    const environment = chooseEnvironment(this.#options.config, name, place);
    if (!environment) {
      const names = environmentNames(this.#options.config).join(', ');
      throw new InputError(
        `environment: There is none named ${name}; there are ${names}`,
      );
    }
    return environment;
  }

  #environmentsOf(chart: ChartRecord | null): GateEnvironment[] {
    return environmentNames(this.#options.config).flatMap(
      name => environmentFor(name, chart, this.#options) ?? [],
    );
  }

  #statuses(chart: ChartRecord | null): GateEnvironmentStatus[] {
    const now = this.#options.now().toISOString();
    return this.#environmentsOf(chart).map(one =>
      environmentStatusOf(one, now),
    );
  }

  /** What could not be found out or written down is no decision: whoever asked must not go on. @throws ServiceUnavailableError */
  async #orUnavailable<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (isRefusal(error)) {
        throw error;
      }
      this.#options.logger.error(`The gate could not decide: ${error}`);
      throw new ServiceUnavailableError(
        'The gate could not decide, or could not write its decision down. Nothing may go on because of this answer; ask again',
      );
    }
  }
}
