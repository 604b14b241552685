import {
  Credential,
  OrasError,
  sameCredential,
  SharedFlights,
} from 'chart-provenance-oras';
import { CredentialError } from './CredentialError';
import {
  CredentialSource,
  CredentialSourceRequest,
  IssuedCredential,
} from './CredentialSource';
import { untilTimeout } from './untilTimeout';

const MINUTE_MS = 60_000;
const KEYS_KEPT = 1_000;

/** What {@link RefreshingCredential} may be told. */
export interface RefreshingOptions {
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
  /** A credential is renewed this long before it expires, or in the last fifth of its life when that is shorter. Default 5 minutes. */
  marginMs?: number;
  /** How long one without `expiresAt` is kept. Default 5 minutes. */
  keepMs?: number;
  /** A refused credential younger than this is not renewed: it is not its age that the registry minds. Default 1 minute. */
  refusalAgeMs?: number;
  /** An issuer that gave nothing is asked again after this, and what lives no longer is not taken. Default 30 seconds. */
  againMs?: number;
  /** For one answer of the source. Default 30 seconds. */
  timeoutMs?: number;
}

interface Kept {
  issued: IssuedCredential;
  since: number;
  renewAt: number;
  /** Never given after this. */
  endsAt: number;
}

/**
 * Keeps what a source gives, by its `keyOf`, and renews it before it expires. Whoever asks meanwhile waits for the same answer.
 * When the issuer cannot be reached, one that has not expired yet is still given; when it refuses, nothing is. No registry can have the
 * issuer asked more often than each half minute, whatever it refuses or issues.
 */
export class RefreshingCredential implements CredentialSource {
  readonly #source: CredentialSource;
  readonly #options: Required<RefreshingOptions>;
  readonly #kept = new Map<string, Kept>();
  readonly #failures = new Map<string, { error: unknown; until: number }>();
  readonly #flights = new SharedFlights<Kept>();

  constructor(source: CredentialSource, options: RefreshingOptions = {}) {
    this.#source = source;
    this.#options = {
      now: options.now ?? Date.now,
      marginMs: options.marginMs ?? 5 * MINUTE_MS,
      keepMs: options.keepMs ?? 5 * MINUTE_MS,
      refusalAgeMs: options.refusalAgeMs ?? MINUTE_MS,
      againMs: options.againMs ?? MINUTE_MS / 2,
      timeoutMs: options.timeoutMs ?? MINUTE_MS / 2,
    };
  }

  /** @throws CredentialError; OrasError `aborted` when the caller gave up */
  async credentials(
    request: CredentialSourceRequest,
  ): Promise<IssuedCredential> {
    const { now, againMs } = this.#options;
    const key = this.keyOf(request);
    this.#makeDue(key, request.refused);
    const kept = this.#kept.get(key);
    if (kept && now() < Math.min(kept.renewAt, kept.endsAt)) {
      return kept.issued;
    }
    const failure = this.#failures.get(key);
    if (failure && now() < failure.until) {
      return this.#insteadOf(failure.error, kept);
    }
    try {
      const { signal } = request;
      const renewed = await this.#flights.join(key, signal, flight =>
        this.#renew(key, request, flight),
      );
      return renewed.issued;
    } catch (error) {
      if (!isAborted(error)) {
        keep(this.#failures, key, { error, until: now() + againMs });
      }
      return this.#insteadOf(error, kept);
    }
  }

  #insteadOf(error: unknown, kept: Kept | undefined): IssuedCredential {
    if (kept && isUnreachable(error) && this.#options.now() < kept.endsAt) {
      return kept.issued;
    }
    throw error;
  }

  keyOf(request: CredentialSourceRequest): string {
    return this.#source.keyOf?.(request) ?? request.host;
  }

  /** It is not dropped: one repository's refusal must not take it from the others. */
  #makeDue(key: string, refused: Credential | undefined): void {
    const kept = this.#kept.get(key);
    if (
      kept &&
      refused &&
      sameCredential(kept.issued.credential, refused) &&
      this.#options.now() - kept.since >= this.#options.refusalAgeMs
    ) {
      kept.renewAt = -Infinity;
    }
  }

  async #renew(
    key: string,
    request: CredentialSourceRequest,
    flight: AbortSignal,
  ): Promise<Kept> {
    const { now, timeoutMs, againMs } = this.#options;
    const since = now();
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([flight, timeout]);
    const issued = await untilTimeout(
      this.#source.credentials({ ...request, signal }),
      timeout,
      request.host,
    );
    const kept = this.#keptFor(issued, since);
    if (!(kept.endsAt - now() > againMs)) {
      throw new CredentialError({
        failure: 'misbehaved',
        host: request.host,
        missing:
          'the credential that was issued has expired already, or does at once',
        grant: 'Compare the clock of the backend with that of the issuer.',
      });
    }
    keep(this.#kept, key, kept);
    return kept;
  }

  #keptFor(issued: IssuedCredential, since: number): Kept {
    const { marginMs, keepMs } = this.#options;
    if (!issued.expiresAt) {
      const until = since + keepMs;
      return { issued, since, renewAt: until, endsAt: until };
    }
    const endsAt = issued.expiresAt.getTime();
    const margin = Math.min(marginMs, (endsAt - since) / 5);
    return { issued, since, renewAt: endsAt - margin, endsAt };
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof CredentialError && error.failure === 'unreachable';
}

function isAborted(error: unknown): boolean {
  return error instanceof OrasError && error.code === 'aborted';
}

/** Sets the newest, and forgets the oldest when there are too many. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= KEYS_KEPT) {
      break;
    }
    map.delete(oldest);
  }
}
