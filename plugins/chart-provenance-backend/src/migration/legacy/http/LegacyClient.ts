import {
  createEgressTransport,
  EgressOptions,
  EgressTransport,
  followRedirects,
  TransportResponse,
} from 'chart-provenance-oras';
import { LegacyAuth, LegacyRepositoryConfig } from '../../../config';
import { MAX_INDEX_BYTES, TIMEOUTS } from './bounds';

/** How requests to legacy repositories leave. */
export interface LegacyClientOptions {
  /** The one way out; `createEgressTransport` unless told. */
  openEgress?: (options: EgressOptions) => EgressTransport;
  /** Milliseconds; those of an index of many megabytes unless told. */
  timeouts?: EgressOptions['timeouts'];
  /** Default 64 MiB. */
  maxBytes?: number;
}

/**
 * One legacy repository. Its credential is shown to its own origin; a redirect is followed to any public https host without it. Nothing
 * but what is asked for here is ever requested: an index's urls are text.
 */
export class LegacyClient {
  readonly #repository: LegacyRepositoryConfig;
  readonly #options: LegacyClientOptions;
  readonly #egress: EgressTransport;

  constructor(
    repository: LegacyRepositoryConfig,
    options: LegacyClientOptions = {},
  ) {
    const { url, allowPrivateAddress } = repository;
    const { host, protocol } = new URL(url);
    const { openEgress = createEgressTransport, timeouts = TIMEOUTS } = options;
    this.#repository = repository;
    this.#options = options;
    this.#egress = openEgress({
      hosts: {
        [host]: { allowPrivateAddress, plainHttp: protocol === 'http:' },
      },
      timeouts,
    });
  }

  /**
   * @param path - below the repository's URL
   * @returns any answer; 304 only to a `condition`
   * @throws OrasError for what never became one
   */
  async get(
    path: 'index.yaml' | 'api/charts',
    options: { condition?: Record<string, string>; signal?: AbortSignal } = {},
  ): Promise<TransportResponse> {
    const { url, auth } = this.#repository;
    const { condition = {}, signal } = options;
    return followRedirects(
      this.#egress,
      {
        method: 'GET',
        url: `${url}/${path}`,
        headers: { ...condition, ...authorizationOf(auth) },
        maxBytes: this.#options.maxBytes ?? MAX_INDEX_BYTES,
        acceptGzip: true,
        signal,
      },
      'any',
    );
  }

  /** Closes every connection. */
  close(): Promise<void> {
    return this.#egress.close();
  }
}

function authorizationOf(auth: LegacyAuth): Record<string, string> {
  switch (auth.type) {
    case 'basic': {
      const pair = Buffer.from(`${auth.username}:${auth.password}`, 'utf8');
      return { authorization: `Basic ${pair.toString('base64')}` };
    }
    case 'token':
      return { authorization: `Bearer ${auth.token}` };
    default:
      return {};
  }
}
