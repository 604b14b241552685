import { sha256Digest } from './digest.ts';

export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
  artifactType?: string;
  annotations?: Record<string, string>;
}

export interface Manifest {
  schemaVersion: 2;
  mediaType?: string;
  artifactType?: string;
  config?: Descriptor;
  layers?: Descriptor[];
  manifests?: Descriptor[];
  subject?: Descriptor;
  annotations?: Record<string, string>;
}

interface StoredManifest {
  mediaType: string;
  bytes: Buffer;
  manifest: Manifest;
}

/** What one repository holds: blobs, manifests and the tags that point at them. */
export class Repository {
  readonly blobs = new Map<string, Buffer>();
  readonly manifests = new Map<string, StoredManifest>();
  readonly tags = new Map<string, string>();

  putBlob(bytes: Buffer): string {
    const digest = sha256Digest(bytes);
    this.blobs.set(digest, bytes);
    return digest;
  }

  putManifest(bytes: Buffer, mediaType: string, tag?: string): string {
    const digest = sha256Digest(bytes);
    const manifest: Manifest = JSON.parse(bytes.toString('utf8'));
    this.manifests.set(digest, { mediaType, bytes, manifest });
    if (tag !== undefined) {
      this.tags.set(tag, digest);
    }
    return digest;
  }

  /** Removes a manifest with its tags; blobs stay and are not exported. */
  deleteManifest(digest: string): void {
    this.manifests.delete(digest);
    for (const [tag, target] of this.tags) {
      if (target === digest) {
        this.tags.delete(tag);
      }
    }
  }

  /** @throws when nothing is there under that tag or digest. */
  resolve(reference: string): string {
    const digest = this.tags.get(reference) ?? reference;
    if (!this.manifests.has(digest)) {
      throw new Error(`no manifest under ${reference}`);
    }
    return digest;
  }

  manifest(digest: string): Manifest {
    return this.stored(digest).manifest;
  }

  descriptor(digest: string): Descriptor {
    const { mediaType, bytes, manifest } = this.stored(digest);
    const artifactType = manifest.artifactType ?? manifest.config?.mediaType;
    return {
      mediaType,
      digest,
      size: bytes.length,
      ...(manifest.subject && artifactType ? { artifactType } : {}),
      ...(manifest.subject && manifest.annotations
        ? { annotations: manifest.annotations }
        : {}),
    };
  }

  referrers(subject: string): Descriptor[] {
    return [...this.manifests]
      .filter(([, { manifest }]) => manifest.subject?.digest === subject)
      .map(([digest]) => this.descriptor(digest));
  }

  private stored(digest: string): StoredManifest {
    const stored = this.manifests.get(digest);
    if (!stored) {
      throw new Error(`no manifest ${digest}`);
    }
    return stored;
  }
}
