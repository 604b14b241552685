import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CompiledRepositoryRule,
  normaliseRegistryHost,
} from 'backstage-plugin-chart-provenance-common';
import { OrasError, OrasErrorCode } from 'chart-provenance-oras';
import { RegistryConfig } from '../../config';
import { hostBackOff, reschedule, Schedule, WorkHandler } from '../../indexing';
import { CredentialDeps, RegistryTargets } from '../../registries';
import {
  DiscoveryStore,
  Lease,
  listingKey,
  ListingReading,
  Reschedule,
  WorkQueue,
} from '../../store';
import { MAX_LISTING_MS } from './bounds';
import { explainFailure } from './explainFailure';
import { ListingCall } from './ListingCall';
import { ListingError, listRegistry } from './listRegistry';
import { RepositorySieve } from './RepositorySieve';

type Problem = NonNullable<Reschedule['problem']>;

const REASONS: Partial<Record<OrasErrorCode, Problem['code']>> = {
  network: 'registry-unreachable',
  timeout: 'registry-unreachable',
  aborted: 'registry-unreachable',
  unavailable: 'registry-unreachable',
  'rate-limited': 'registry-limited',
  unauthorized: 'registry-denied',
  denied: 'registry-denied',
};

/** What listing registries needs. */
export interface ListingHandlerOptions {
  registries: readonly RegistryConfig[];
  /** The rules of all registries. */
  rules: readonly CompiledRepositoryRule[];
  targets: Pick<RegistryTargets, 'access'>;
  deps: Pick<CredentialDeps, 'rootConfig' | 'openEgress'>;
  store: Pick<DiscoveryStore, 'recordListing'>;
  queue: Pick<WorkQueue, 'backOff' | 'hostFailures' | 'hostAnswered'>;
  schedule: Schedule;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  now: () => Date;
  /** In [0, 1); `Math.random` unless told. */
  random?: () => number;
  /** Told after each listing that was written, a failed one not: what is new waits for the inventory. */
  onListed?: (host: string) => Promise<void> | void;
}

/** Lists one registry. A listing that fails or is cut off removes nothing. */
export class ListingHandler implements WorkHandler {
  readonly #options: ListingHandlerOptions;
  readonly #byKey: ReadonlyMap<string, RegistryConfig>;

  constructor(options: ListingHandlerOptions) {
    this.#options = options;
    this.#byKey = new Map(
      options.registries.map(one => [listingKey(one.host), one]),
    );
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { store, logger, onListed } = this.#options;
    const registry = this.#byKey.get(lease.key);
    if (!registry) {
      throw new Error(`The registry of ${lease.key} is not configured`);
    }
    const { reading, problem } = await this.#list(registry, signal);
    const { host } = registry;
    await store.recordListing(host, reading, lease, this.#next(lease, problem));
    await this.#rememberHost(lease.host, problem);
    if (problem) {
      logger.warn(`Could not list ${host}: ${problem.message}`);
    } else {
      await onListed?.(host);
    }
  }

  async #list(
    registry: RegistryConfig,
    signal: AbortSignal,
  ): Promise<{ reading: ListingReading; problem?: Problem }> {
    const timeout = AbortSignal.timeout(MAX_LISTING_MS);
    const call = this.#callFor(registry, AbortSignal.any([signal, timeout]));
    try {
      const reading = await listRegistry(call);
      signal.throwIfAborted();
      return { reading };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ListingError)) {
        throw error;
      }
      const { cause, method } = error;
      const failure = explainFailure(cause, registry, method);
      return {
        reading: { failure },
        problem: problemOf(cause, failure.message),
      };
    }
  }

  #callFor(registry: RegistryConfig, signal: AbortSignal): ListingCall {
    const { targets, deps } = this.#options;
    const host = normaliseRegistryHost(registry.host);
    const rules = this.#options.rules.filter(
      ({ rule }) => normaliseRegistryHost(rule.registry) === host,
    );
    return {
      ...{ registry, rules, deps, signal },
      access: path => targets.access(registry.host, path),
      sieve: new RepositorySieve(registry.host, rules),
    };
  }

  #next(lease: Lease, problem: Problem | undefined): Reschedule {
    const { schedule, now, random = Math.random } = this.#options;
    return reschedule(lease, problem, schedule, now(), random());
  }

  /** A registry that asks us to wait is not listed by any replica meanwhile; its charts are walked all the same. */
  async #rememberHost(
    host: string,
    problem: Problem | undefined,
  ): Promise<void> {
    const { queue, schedule, now } = this.#options;
    if (problem?.code === 'registry-limited') {
      const failures = await queue.hostFailures(host);
      const until = hostBackOff(problem, failures, schedule, now());
      await queue.backOff(host, until, problem.message);
    }
  }
}

function problemOf(cause: OrasError, message: string): Problem {
  const { retryAfterMs } = cause;
  return {
    code: REASONS[cause.code] ?? 'registry-misbehaved',
    message,
    side: 'registry',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
