import { createHash } from 'node:crypto';
import type { RunningRegistry } from '../../registries/index.ts';

export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';

export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
  artifactType?: string;
  annotations?: Record<string, string>;
}

export interface Manifest {
  schemaVersion: number;
  mediaType?: string;
  artifactType?: string;
  config: Descriptor;
  layers: Descriptor[];
  subject?: Descriptor;
  annotations?: Record<string, string>;
}

/** Writes to a registry what no tool would: the accidents. Only for registries without a password. */
export class RegistryClient {
  private readonly base: string;

  constructor({ host }: RunningRegistry, repository: string) {
    this.base = `http://${host}/v2/${repository}`;
  }

  async blob(digest: string): Promise<Buffer> {
    return this.bytes(await this.ask(`/blobs/${digest}`));
  }

  /** @returns undefined when there is none. */
  async manifest(reference: string): Promise<Buffer | undefined> {
    const answer = await fetch(`${this.base}/manifests/${reference}`, {
      headers: { accept: `${OCI_MANIFEST}, ${OCI_INDEX}` },
    });
    return answer.status === 404 ? undefined : this.bytes(answer);
  }

  /** @returns the descriptor of what was put there. */
  async putBlob(bytes: Buffer, like: Descriptor): Promise<Descriptor> {
    const digest = digestOfBytes(bytes);
    const session = await this.ask('/blobs/uploads/', { method: 'POST' });
    const location = new URL(
      session.headers.get('location') ?? '',
      `${this.base}/`,
    );
    location.searchParams.set('digest', digest);
    await this.ask(location, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    return { ...like, digest, size: bytes.length };
  }

  /** @returns the digest of what was put there. */
  async putManifest(
    value: object,
    reference: string | undefined,
    mediaType = OCI_MANIFEST,
  ): Promise<Descriptor> {
    const bytes = Buffer.from(JSON.stringify(value));
    const digest = digestOfBytes(bytes);
    await this.ask(`/manifests/${reference ?? digest}`, {
      method: 'PUT',
      headers: { 'content-type': mediaType },
      body: new Uint8Array(bytes),
    });
    return { mediaType, digest, size: bytes.length };
  }

  private async ask(path: string | URL, init?: RequestInit): Promise<Response> {
    const url = typeof path === 'string' ? `${this.base}${path}` : path;
    const answer = await fetch(url, init);
    if (!answer.ok) {
      throw new Error(`${url} answered ${answer.status}`);
    }
    return answer;
  }

  private async bytes(answer: Response): Promise<Buffer> {
    return Buffer.from(await answer.arrayBuffer());
  }
}

export function digestOfBytes(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
