import { Authenticator } from '../auth/Authenticator';
import { anonymous } from '../auth/Credential';
import { createEgressTransport } from '../egress/createEgressTransport';
import { followRedirects } from '../egress/followRedirects';
import type { Transport, TransportResponse } from '../egress/Transport';
import { errorFromResponse } from '../error/errorFromResponse';
import { OrasError } from '../error/OrasError';
import { withRetry } from '../retry/withRetry';
import { ReferrersMemory } from './ReferrersMemory';
import type { RemoteRepositoryOptions } from './RemoteRepositoryOptions';

/** The registry of `docker.io` answers elsewhere. */
const API_HOSTS: Readonly<Record<string, string>> = {
  'docker.io': 'registry-1.docker.io',
};

/**
 * @internal
 */
export interface RegistryCall {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** Undefined: the call concerns no repository. */
  repository?: string;
  /** Absolute, on the registry's origin. */
  url: string;
  /** For messages: `payments:1.8.2`. */
  what: string;
  /** Asks for the right to push. */
  push?: boolean;
  /** Asks for the right to list the registry's repositories; goes with no `repository`. */
  catalog?: boolean;
  headers?: Record<string, string>;
  body?: Uint8Array;
  maxBytes?: number;
  signal?: AbortSignal;
  idempotent?: boolean;
  /** Where redirects may lead. Default `origin`; only blobs, whose bytes are checked, may come from anywhere. */
  redirects?: 'origin' | 'any';
  /** Statuses that are answers too, besides 2xx. */
  also?: readonly number[];
}

/**
 * One registry: its origin, its credential, and what was learnt about it.
 *
 * @internal
 */
export class RegistryClient {
  readonly origin: string;
  readonly referrersMemory: ReferrersMemory;
  readonly now: () => number;
  private readonly transport: Transport;
  private readonly authenticator: Authenticator;

  constructor(registry: string, options: RemoteRepositoryOptions) {
    const { plainHttp = false, now = Date.now } = options;
    const host = API_HOSTS[registry] ?? registry;
    this.origin = new URL(`${plainHttp ? 'http' : 'https'}://${host}`).origin;
    this.now = now;
    this.transport =
      options.transport ?? defaultTransport(new URL(this.origin).host, options);
    this.referrersMemory = new ReferrersMemory(now);
    this.authenticator = new Authenticator({
      origin: this.origin,
      registry,
      transport: this.transport,
      credentials: options.credentials ?? anonymous,
      realmHosts: options.realmHosts,
      now,
    });
  }

  /** `/v2/<repository>/<path>` on this registry. */
  url(repository: string, path: string): string {
    return `${this.origin}/v2/${repository}/${path}`;
  }

  /**
   * @returns a 2xx answer, or one of the statuses the call names
   * @throws OrasError for every other
   */
  async send(call: RegistryCall): Promise<TransportResponse> {
    const { url, what, repository } = call;
    // Every address is built here or was checked where it came in; this is the last line.
    if (new URL(url).origin !== this.origin) {
      throw new OrasError('egress-refused', `${what}: not on ${this.origin}`);
    }
    const { method, headers, body, maxBytes, signal, idempotent } = call;
    const request = {
      method,
      url,
      headers,
      body,
      maxBytes,
      signal,
      idempotent,
    };
    const { response, authorization } = await this.authenticator.send(
      request,
      scopeOf(call),
      this.exchange(call),
    );
    const { status } = response;
    if ((status >= 200 && status < 300) || call.also?.includes(status)) {
      return response;
    }
    throw errorFromResponse(response, {
      what: [repository, what].filter(Boolean).join(' '),
      url,
      authorization,
      now: this.now(),
    });
  }

  private exchange({ method, redirects = 'origin' }: RegistryCall): Transport {
    return method === 'GET' || method === 'HEAD'
      ? request => followRedirects(this.transport, request, redirects)
      : this.transport;
  }
}

/** @see https://distribution.github.io/distribution/spec/auth/scope/ */
function scopeOf({ repository, push, catalog }: RegistryCall): string {
  if (repository === undefined) {
    return catalog ? 'registry:catalog:*' : '';
  }
  return `repository:${repository}:pull${push ? ',push' : ''}`;
}

function defaultTransport(
  host: string,
  options: RemoteRepositoryOptions,
): Transport {
  const { plainHttp, allowPrivateAddress } = options;
  return withRetry(
    createEgressTransport({
      hosts: { [host]: { plainHttp, allowPrivateAddress } },
    }),
  );
}
