import type { Transport } from './Transport';

/**
 * What the operator allows for one host.
 *
 * @public
 */
export interface HostEgress {
  /** Private, loopback, CGNAT and unique-local addresses may be connected to. Default false. Never link-local or metadata ones. */
  allowPrivateAddress?: boolean;
  /** http instead of https may be used. Default false. */
  plainHttp?: boolean;
}

/**
 * @public
 */
export interface EgressOptions {
  /** Settings by `host[:port]`. */
  hosts?: Readonly<Record<string, HostEgress>>;
  /** When given, only these `host[:port]` are contacted; a redirect may lead, without credentials, to any public https host. */
  allowedHosts?: readonly string[];
  /** Certificates trusted besides the built-in ones, PEM. `NODE_EXTRA_CA_CERTS` works as ever. */
  ca?: string | readonly string[];
  /**
   * `environment` (default): HTTP_PROXY, HTTPS_PROXY, NO_PROXY; loopback never goes through a proxy. Behind a proxy, the proxy
   * resolves names, so which addresses they lead to is its matter; literal addresses are checked here all the same.
   */
  proxy?:
    | 'environment'
    | 'none'
    | { httpProxy?: string; httpsProxy?: string; noProxy?: string };
  timeouts?: {
    /** To connect, TLS included. Default 10,000 ms. */
    connectMs?: number;
    /** To the first byte of the answer. Default 20,000 ms. */
    headersMs?: number;
    /** Between two pieces of the body. Default 20,000 ms. */
    bodyMs?: number;
    /** For the whole exchange. Default 120,000 ms. */
    totalMs?: number;
  };
  /** Default `chart-provenance-oras`. */
  userAgent?: string;
}

/**
 * @public
 */
export interface EgressTransport extends Transport {
  /** Closes every connection; requests under way fail. */
  close(): Promise<void>;
}
