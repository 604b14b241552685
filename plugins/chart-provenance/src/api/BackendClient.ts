import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { RequestOptions } from './requestTypes';

/**
 * Talks to the backend plugin over HTTP with the user's own credentials.
 *
 * @public
 */
export abstract class BackendClient {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  /** Reads JSON. */
  protected async read<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.request(path, init);
    return response.json();
  }

  /** Sends JSON, reads JSON. */
  protected async write<T>(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    options?: RequestOptions,
  ): Promise<T> {
    const response = await this.send(method, path, body, options);
    return (await succeeded(response)).json();
  }

  /** Sends JSON; whatever it answers. */
  protected async send(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    options?: RequestOptions,
  ): Promise<Response> {
    return this.fetch(path, {
      ...options,
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** One request. @throws ResponseError for anything but success */
  protected async request(path: string, init?: RequestInit): Promise<Response> {
    return succeeded(await this.fetch(path, init));
  }

  private async fetch(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl = await this.discoveryApi.getBaseUrl('chart-provenance');
    return this.fetchApi.fetch(`${baseUrl}${path}`, init);
  }
}

async function succeeded(response: Response): Promise<Response> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response;
}
