import { request } from 'node:https';
import { text } from 'node:stream/consumers';

const LIMIT_MS = 30_000;

/** A Kubernetes object, as far as every kind is alike. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [part: string]: unknown;
}

export interface KubernetesAnswer {
  status: number;
  body: string;
}

/** The API server did not do what was asked; its own words are in the message. */
export class KubernetesError extends Error {
  readonly status: number;

  constructor(what: string, { status, body }: KubernetesAnswer) {
    super(`${what}: the API server answers ${status}: ${wordsOf(body)}`);
    this.name = 'KubernetesError';
    this.status = status;
  }
}

/** The sentence in a `Status`, or what else was answered. */
function wordsOf(body: string): string {
  const sentence = /"message":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1];
  return (sentence?.replaceAll('\\"', '"') ?? body).slice(0, 1_000);
}

/** Where an API server is, and by what it is known. */
export interface KubernetesServer {
  /** `https://127.0.0.1:port` */
  url: string;
  /** Its certificates, PEM: nothing else is trusted. */
  certificates: string;
}

/** Asks an API server as one account. */
export class KubernetesClient {
  private readonly server: KubernetesServer;
  private readonly token: string;

  constructor(server: KubernetesServer, token: string) {
    this.server = server;
    this.token = token;
  }

  /**
   * Sends a request and waits for all of the answer, whatever its status.
   *
   * @param content - sent as JSON of that media type.
   */
  async send(
    method: string,
    path: string,
    content?: { type: string; value: unknown },
  ): Promise<KubernetesAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, this.server.url), {
        method,
        ca: this.server.certificates,
        agent: false,
        signal: AbortSignal.timeout(LIMIT_MS),
        headers: {
          Authorization: `Bearer ${this.token}`,
          Accept: 'application/json',
          ...(content ? { 'Content-Type': content.type } : {}),
        },
      });
      outgoing.on('error', reject);
      outgoing.on('response', incoming => {
        text(incoming).then(
          body => resolve({ status: incoming.statusCode ?? 0, body }),
          reject,
        );
      });
      outgoing.end(content ? JSON.stringify(content.value) : undefined);
    });
  }

  /** @throws KubernetesError unless the status is 2xx. */
  async get<Answer>(path: string): Promise<Answer> {
    return this.expect(`GET ${path}`, await this.send('GET', path));
  }

  /** @throws KubernetesError unless the status is 2xx. */
  async post<Answer>(path: string, value: unknown): Promise<Answer> {
    const content = { type: 'application/json', value };
    return this.expect(`POST ${path}`, await this.send('POST', path, content));
  }

  /** Puts the object in place of the one that is there, whatever was written to that meanwhile. @throws KubernetesError unless both answers are 2xx. */
  async replace(
    path: string,
    value: KubernetesObject,
    query = '',
  ): Promise<void> {
    const { metadata } = await this.get<{
      metadata: { resourceVersion: string };
    }>(path);
    const { resourceVersion } = metadata;
    const content = {
      type: 'application/json',
      value: { ...value, metadata: { ...value.metadata, resourceVersion } },
    };
    this.expect(
      `PUT ${path}`,
      await this.send('PUT', `${path}${query}`, content),
    );
  }

  /** Puts these parts in place of what is there (merge patch). @throws KubernetesError unless the status is 2xx. */
  async merge(path: string, value: unknown): Promise<void> {
    const content = { type: 'application/merge-patch+json', value };
    this.expect(`PATCH ${path}`, await this.send('PATCH', path, content));
  }

  private expect<Answer>(what: string, answer: KubernetesAnswer): Answer {
    if (answer.status < 200 || answer.status > 299) {
      throw new KubernetesError(what, answer);
    }
    return JSON.parse(answer.body) as Answer;
  }
}
