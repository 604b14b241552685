/**
 * One HTTP exchange, body included. No redirect is followed.
 *
 * @public
 */
export interface TransportRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute; http only where the host is configured for it. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array | string;
  /** Refuse an answer with a longer body than this. Default 1 MiB. */
  maxBytes?: number;
  /** A body compressed with gzip is taken too, and unpacked; `maxBytes` bounds what comes out of it. Default false. */
  acceptGzip?: boolean;
  signal?: AbortSignal;
  /**
   * The address comes from a redirect, so the list of allowed hosts does not apply: any public https host may be read,
   * provided the request carries no credentials.
   */
  redirected?: boolean;
  /** May be sent again although the method alone does not say so. GET and HEAD always may. */
  idempotent?: boolean;
}

/**
 * @public
 */
export interface TransportResponse {
  status: number;
  /** Names in lower case; repeated ones joined with `, `. */
  headers: Readonly<Record<string, string>>;
  /** Whole for a 2xx answer; of any other at most the first 64 KiB. */
  body: Uint8Array;
}

/**
 * Sends one request and reads its answer. Any status is an answer; what never became one is an `OrasError`.
 *
 * @public
 */
export type Transport = (
  request: TransportRequest,
) => Promise<TransportResponse>;
