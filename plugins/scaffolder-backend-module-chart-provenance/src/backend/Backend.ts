import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { BackendError } from './BackendError';

const TARGET = 'chart-provenance';
const TIMEOUT_MS = 30_000;

/** On whose behalf a step asks. */
export interface StepContext {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  signal?: AbortSignal;
}

/** What is asked besides the path. */
export interface BackendRequest {
  method?: 'GET' | 'POST';
  body?: unknown;
  /** Statuses besides 2xx whose body is an answer, and no error. */
  answers?: readonly number[];
}

/** The Chart Provenance backend, as whoever started the template may ask it: it is never asked with rights of its own. */
export class Backend {
  readonly #options: { auth: AuthService; discovery: DiscoveryService };

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#options = options;
  }

  /**
   * @param path - below the plugin's base, with a slash at its start
   * @throws BackendError with the backend's own words for what is no answer, InputError for a path that leads elsewhere
   */
  async ask<T>(
    path: string,
    context: StepContext,
    { method = 'GET', body, answers = [] }: BackendRequest = {},
  ): Promise<T> {
    const { auth, discovery } = this.#options;
    // Names come from whoever runs the template, and encoding leaves dots: `..` would ask another place, with the token of this person.
    if (/\/\.{1,2}(?:[/?]|$)/.test(path)) {
      throw new InputError(`This is no name: ${JSON.stringify(path)}`);
    }
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await context.getInitiatorCredentials(),
      targetPluginId: TARGET,
    });
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(
      `${await discovery.getBaseUrl(TARGET)}${path}`,
      {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: context.signal
          ? AbortSignal.any([context.signal, timeout])
          : timeout,
      },
    );
    if (!response.ok && !answers.includes(response.status)) {
      throw new BackendError(response.status, await wordsOf(response));
    }
    return JSON.parse(await response.text()) as T;
  }
}

/** What the backend says of a refusal, for the log of the step. */
async function wordsOf(response: Response): Promise<string> {
  const text = (await response.text()).slice(0, 10_000);
  try {
    const message: unknown = JSON.parse(text)?.error?.message;
    if (typeof message === 'string' && message !== '') {
      return message;
    }
  } catch {
    // Not from the plugin itself, but from what stands before it.
  }
  return `The Chart Provenance backend answered ${response.status} ${response.statusText}`;
}
