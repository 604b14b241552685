import { request, IncomingHttpHeaders } from 'node:http';
import { digestOf } from '../server/grammar';

/** An answer as it came: nothing followed, inflated or checked. */
export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface RawRequest {
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  /** Hang up after this many bytes. */
  maxBytes?: number;
}

export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';

/** A client without any cleverness, so that the tests see the registry and not a library. */
export class TestClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  send(
    method: string,
    path: string,
    { headers = {}, body, maxBytes = Infinity }: RawRequest = {},
  ): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.url),
        { method, headers: { ...this.headers, ...headers } },
        answer => {
          const chunks: Buffer[] = [];
          let size = 0;
          const done = () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: Buffer.concat(chunks),
            });
          answer.on('data', (chunk: Buffer) => {
            chunks.push(chunk);
            size += chunk.length;
            if (size >= maxBytes) {
              done();
              sent.destroy();
            }
          });
          answer.on('end', done);
          answer.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  get(path: string, headers?: Record<string, string>): Promise<RawAnswer> {
    return this.send('GET', path, { headers });
  }

  /** Pushes a blob in one request; gives its digest. */
  async pushBlob(repository: string, content: string): Promise<string> {
    const digest = digestOf(Buffer.from(content));
    await this.expect(
      201,
      'POST',
      `/v2/${repository}/blobs/uploads/?digest=${digest}`,
      { body: content },
    );
    return digest;
  }

  /** Pushes a manifest with one layer and an empty config; gives its digest. */
  async pushManifest(
    repository: string,
    options: {
      tag?: string;
      layer?: string;
      artifactType?: string;
      subject?: { digest: string; size: number };
    } = {},
  ): Promise<{ digest: string; size: number; bytes: Buffer }> {
    const bytes = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: MANIFEST_TYPE,
        artifactType: options.artifactType,
        config: await this.describe(
          repository,
          '{}',
          'application/vnd.oci.empty.v1+json',
        ),
        layers: [
          await this.describe(
            repository,
            options.layer ?? 'layer',
            'application/octet-stream',
          ),
        ],
        subject: options.subject && {
          mediaType: MANIFEST_TYPE,
          ...options.subject,
        },
      }),
    );
    const digest = digestOf(bytes);
    await this.expect(
      201,
      'PUT',
      `/v2/${repository}/manifests/${options.tag ?? digest}`,
      { headers: { 'Content-Type': MANIFEST_TYPE }, body: bytes },
    );
    return { digest, size: bytes.length, bytes };
  }

  async expect(
    status: number,
    method: string,
    path: string,
    options?: RawRequest,
  ): Promise<RawAnswer> {
    const answer = await this.send(method, path, options);
    if (answer.status !== status) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    }
    return answer;
  }

  private async describe(
    repository: string,
    content: string,
    mediaType: string,
  ) {
    const digest = await this.pushBlob(repository, content);
    return { mediaType, digest, size: Buffer.byteLength(content) };
  }
}
