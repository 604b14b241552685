import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Answer } from './Answer';
import { connectionCode } from './connectionCode';
import { readBody, TooLargeError } from './readBody';
import { backstageErrorSchema, statusSchema } from './schema';

/** What a client of the Kubernetes plugin needs. */
export interface PluginClientOptions {
  discovery: Pick<DiscoveryService, 'getBaseUrl'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials' | 'getPluginRequestToken'>;
  fetch: typeof fetch;
  requestMs: number;
  answerBytes: number;
}

const PLUGIN = 'kubernetes';
const MAX_ERROR_BYTES = 256 * 1024;

/** Asks the Kubernetes plugin of this backend, as this plugin itself. */
export class PluginClient {
  readonly #options: PluginClientOptions;

  constructor(options: PluginClientOptions) {
    this.#options = options;
  }

  /** `GET <kubernetes><path>`; with a cluster, through the proxy to it. Rejects only when `signal` fires. */
  async get(
    path: string,
    options: { signal: AbortSignal; cluster?: string },
  ): Promise<Answer> {
    const { requestMs } = this.#options;
    const { signal, cluster } = options;
    signal.throwIfAborted();
    const timeout = AbortSignal.timeout(requestMs);
    const both = AbortSignal.any([signal, timeout]);
    try {
      return await this.#exchange(path, cluster, both);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TooLargeError) {
        return { by: 'too-large' };
      }
      return timeout.aborted
        ? { by: 'nobody', why: 'timeout', code: '' }
        : { by: 'nobody', why: 'unreachable', code: connectionCode(error) };
    }
  }

  async #exchange(
    path: string,
    cluster: string | undefined,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { discovery, auth, fetch: send, answerBytes } = this.#options;
    const base = await discovery.getBaseUrl(PLUGIN);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN,
    });
    const response = await send(
      `${base}${cluster === undefined ? '' : '/proxy'}${path}`,
      {
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(cluster !== undefined && {
            'backstage-kubernetes-cluster': cluster,
          }),
        },
        // The token is for this backend alone, wherever a cluster points.
        redirect: 'manual',
        signal,
      },
    );
    return response.status === 200
      ? readSuccess(response, answerBytes)
      : readRefusal(response);
  }
}

async function readSuccess(response: Response, most: number): Promise<Answer> {
  const { text, bytes } = await readBody(response, most);
  const value = parse(text);
  return value === undefined
    ? somebody(response)
    : { by: 'answer', value, bytes };
}

async function readRefusal(response: Response): Promise<Answer> {
  const { status } = response;
  const body = await readBody(response, MAX_ERROR_BYTES).catch(error => {
    if (error instanceof TooLargeError) {
      return { text: '' };
    }
    throw error;
  });
  const value = parse(body.text);
  const retryAfterMs = retryAfterOf(response);
  const fromCluster = statusSchema.safeParse(value).data;
  if (fromCluster) {
    const { reason = '' } = fromCluster;
    return { by: 'cluster', status, reason, retryAfterMs };
  }
  const error = backstageErrorSchema.safeParse(value).data?.error;
  return error
    ? { by: 'backstage', status, ...error, retryAfterMs }
    : somebody(response);
}

function somebody(response: Response): Answer {
  const contentType = response.headers.get('content-type') ?? '';
  return {
    by: 'somebody',
    status: response.status,
    contentType: /^[\w.+/-]{1,60}/.exec(contentType)?.[0] ?? '',
    retryAfterMs: retryAfterOf(response),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return seconds > 0 && seconds <= 86_400 ? seconds * 1_000 : undefined;
}
