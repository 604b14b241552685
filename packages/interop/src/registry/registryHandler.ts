import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Repository } from './repository.ts';
import { sha256Digest } from './digest.ts';

const ROUTE =
  /^\/v2\/(?<name>.+)\/(?<kind>manifests|blobs|referrers|tags)\/(?<rest>.+)$/;

type Send = (status: number, headers?: object, body?: Uint8Array) => void;

/** Repositories by name, served as OCI distribution 1.1 with native referrers. */
export class Registry {
  readonly repositories = new Map<string, Repository>();
  private readonly uploads = new Map<string, Buffer>();

  repository(name: string): Repository {
    let repository = this.repositories.get(name);
    if (!repository) {
      repository = new Repository();
      this.repositories.set(name, repository);
    }
    return repository;
  }

  readonly handle = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const url = new URL(request.url ?? '/', 'https://registry');
    const send: Send = (status, headers = {}, body = Buffer.alloc(0)) => {
      response.writeHead(status, {
        'Content-Length': body.length,
        ...headers,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const match = ROUTE.exec(url.pathname);
    if (!match?.groups) {
      // The only other path that clients ask for is the version probe.
      send(url.pathname === '/v2/' ? 200 : 404);
      return;
    }
    const { name, kind, rest } = match.groups;
    const repository = this.repository(name);
    const body = await buffer(request);
    switch (kind) {
      case 'manifests':
        return manifests(repository, request, rest, body, send);
      case 'referrers':
        return json(send, OCI_INDEX, {
          schemaVersion: 2,
          mediaType: OCI_INDEX,
          manifests: repository.referrers(rest),
        });
      case 'tags':
        return json(send, 'application/json', {
          name,
          tags: [...repository.tags.keys()].sort(),
        });
      default:
        return this.blobs(repository, request.method, name, rest, url, {
          body,
          send,
        });
    }
  };

  private blobs(
    repository: Repository,
    method: string | undefined,
    name: string,
    rest: string,
    url: URL,
    { body, send }: { body: Buffer; send: Send },
  ): void {
    if (!rest.startsWith('uploads')) {
      const bytes = repository.blobs.get(rest);
      if (bytes) {
        send(200, { 'Docker-Content-Digest': rest }, bytes);
      } else {
        send(404);
      }
      return;
    }
    const id = rest.slice('uploads/'.length) || crypto.randomUUID();
    const bytes = Buffer.concat([
      this.uploads.get(id) ?? Buffer.alloc(0),
      body,
    ]);
    const digest = url.searchParams.get('digest');
    const Location = `/v2/${name}/blobs/uploads/${id}`;
    if (method === 'PUT' || (method === 'POST' && digest)) {
      this.uploads.delete(id);
      if (sha256Digest(bytes) !== digest) {
        send(400);
        return;
      }
      repository.putBlob(bytes);
      send(201, { Location: `/v2/${name}/blobs/${digest}` });
      return;
    }
    this.uploads.set(id, bytes);
    send(202, { Location, Range: `0-${Math.max(0, bytes.length - 1)}` });
  }
}

const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';

function json(send: Send, type: string, value: unknown): void {
  send(200, { 'Content-Type': type }, Buffer.from(JSON.stringify(value)));
}

function manifests(
  repository: Repository,
  request: IncomingMessage,
  reference: string,
  body: Buffer,
  send: Send,
): void {
  if (request.method === 'PUT') {
    const tag = reference.startsWith('sha256:') ? undefined : reference;
    const type = request.headers['content-type'] ?? '';
    const digest = repository.putManifest(body, type, tag);
    const subject = repository.manifest(digest).subject?.digest;
    send(201, {
      'Docker-Content-Digest': digest,
      ...(subject ? { 'OCI-Subject': subject } : {}),
    });
    return;
  }
  const digest = repository.tags.get(reference) ?? reference;
  const stored = repository.manifests.get(digest);
  if (!stored) {
    send(404);
    return;
  }
  send(
    200,
    { 'Content-Type': stored.mediaType, 'Docker-Content-Digest': digest },
    stored.bytes,
  );
}
