import { LoggerService } from '@backstage/backend-plugin-api';
import { EgressOptions, EgressTransport } from 'chart-provenance-oras';
import { hostBackOff, reschedule, WorkHandler } from '../indexing';
import {
  Lease,
  Reschedule,
  StoredTrust,
  TrustBasis,
  trustKey,
  TrustRefresh,
  TrustStore,
  WorkQueue,
} from '../store';
import { assertUsable } from './assertUsable';
import { TrustFailure, TrustFailureCode } from './TrustFailure';
import { RefreshedMetadata, refreshOverTuf } from './tuf/refreshOverTuf';
import { verifyMetadata } from './tuf/verifyMetadata';
import { TufSource } from './types';

const RETRY_MS = 5 * 60_000;

type Problem = NonNullable<Reschedule['problem']>;

const REASONS: Record<TrustFailureCode, Problem['code']> = {
  unreachable: 'registry-unreachable',
  limited: 'registry-limited',
  refused: 'registry-misbehaved',
  misbehaved: 'registry-misbehaved',
  'too-large': 'registry-misbehaved',
  expired: 'registry-misbehaved',
  'not-genuine': 'registry-misbehaved',
  unusable: 'registry-misbehaved',
  clock: 'registry-misbehaved',
};

/** What refreshing trust roots needs. */
export interface TrustHandlerOptions {
  sources: readonly TufSource[];
  store: Pick<TrustStore, 'read' | 'recordRefresh' | 'recordFailure'>;
  queue: Pick<WorkQueue, 'backOff' | 'hostFailures' | 'hostAnswered'>;
  /** The one way out. */
  openEgress: (options: EgressOptions) => EgressTransport;
  /** Called when something newer may be stored. */
  onStored: () => Promise<void>;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  now: () => Date;
  /** Refuses the root of the examples. */
  production: boolean;
  /** In [0, 1); `Math.random` unless told. */
  random?: () => number;
  /** Milliseconds for one exchange. */
  timeouts?: EgressOptions['timeouts'];
}

/**
 * Refreshes one TUF repository. What is stored is taken further or stays as it is: a failure is written beside it, and what is older,
 * or cannot be used, is not taken.
 */
export class TrustHandler implements WorkHandler {
  readonly #options: TrustHandlerOptions;
  readonly #byKey: ReadonlyMap<string, TufSource>;

  constructor(options: TrustHandlerOptions) {
    this.#options = options;
    this.#byKey = new Map(
      options.sources.map(source => [trustKey(source.key), source]),
    );
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const source = this.#byKey.get(lease.key);
    if (!source) {
      throw new Error(`The trust root of ${lease.key} is not configured`);
    }
    const problem = await this.#refresh(source, lease, signal);
    await this.#rememberHost(lease.host, problem);
    await this.#options.onStored();
  }

  async #refresh(
    source: TufSource,
    lease: Lease,
    signal: AbortSignal,
  ): Promise<Problem | undefined> {
    const { store, logger } = this.#options;
    try {
      const stored = await store.read(source.key);
      const refreshed = await this.#fetch(source, stored, signal);
      signal.throwIfAborted();
      const written = await store.recordRefresh(
        source.key,
        refreshOf(refreshed),
        basisOf(stored),
        lease,
        this.#next(source, lease),
      );
      if (!written) {
        logger.info(
          `Another replica refreshed the trust root of ${source.url} meanwhile; what it stored stays`,
        );
      }
      return undefined;
    } catch (error) {
      if (!(error instanceof TrustFailure)) {
        throw error;
      }
      const problem = problemOf(error);
      logger.warn(
        `Could not refresh the trust root of ${source.url}: ${error.message}`,
      );
      const next = this.#next(source, lease, problem);
      await store.recordFailure(source.key, error.message, lease, next);
      return problem;
    }
  }

  async #fetch(
    source: TufSource,
    stored: StoredTrust | undefined,
    signal: AbortSignal,
  ): Promise<RefreshedMetadata> {
    const known = this.#verified(source, stored);
    const refreshed = await refreshOverTuf({
      ...this.#options,
      ...{ source, stored: known, signal },
    });
    assertUsable(refreshed.verified, {
      ...{ source, stored },
      ...this.#options,
    });
    return refreshed;
  }

  /** What is stored, if it is what was signed; else nothing: anybody may have written it. */
  #verified(source: TufSource, stored: StoredTrust | undefined) {
    const { metadata = null, trustedRoot = null } = stored ?? {};
    if (metadata === null || trustedRoot === null) {
      return null;
    }
    try {
      const { firstRoot, target } = source;
      verifyMetadata({ firstRoot, target, metadata, trustedRoot });
      return { metadata, trustedRoot };
    } catch (error) {
      this.#options.logger.warn(
        `What is stored of the trust root of ${source.url} does not verify, and is not taken: ${error}`,
      );
      return null;
    }
  }

  #next(source: TufSource, lease: Lease, problem?: Problem): Reschedule {
    const { now, random = Math.random } = this.#options;
    const schedule = { intervalMs: source.intervalMs, retryMs: RETRY_MS };
    return reschedule(lease, problem, schedule, now(), random());
  }

  /** A server that does not answer, or asks us to wait, is left alone by all replicas. */
  async #rememberHost(
    host: string,
    problem: Problem | undefined,
  ): Promise<void> {
    const { queue, now } = this.#options;
    if (
      problem?.code === 'registry-unreachable' ||
      problem?.code === 'registry-limited'
    ) {
      const failures = await queue.hostFailures(host);
      const schedule = { intervalMs: RETRY_MS };
      const until = hostBackOff(problem, failures, schedule, now());
      await queue.backOff(host, until, problem.message);
    } else {
      await queue.hostAnswered(host);
    }
  }
}

function refreshOf({
  metadata,
  trustedRoot,
  verified: { rootVersion, timestampVersion },
}: RefreshedMetadata): TrustRefresh {
  return { metadata, trustedRoot, rootVersion, timestampVersion };
}

function basisOf(stored: StoredTrust | undefined): TrustBasis {
  return {
    rootVersion: stored?.rootVersion ?? null,
    timestampVersion: stored?.timestampVersion ?? null,
  };
}

function problemOf({ code, message, retryAfterMs }: TrustFailure): Problem {
  return {
    code: REASONS[code],
    message,
    side: 'trust',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
