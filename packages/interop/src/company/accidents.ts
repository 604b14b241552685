import type { Repository } from '../registry/repository.ts';
import { sha256Digest } from '../registry/digest.ts';

/**
 * Makes the referrers of one manifest refer to another, bytes of their bundles
 * untouched, and removes the manifest they were made for.
 */
export function hangOnto(
  repository: Repository,
  move: { from: string; to: string; at: Date },
): void {
  const { mediaType, digest, size } = repository.descriptor(move.to);
  for (const referrer of repository.referrers(move.from)) {
    const manifest = repository.manifest(referrer.digest);
    put(repository, referrer.digest, {
      ...manifest,
      subject: { mediaType, digest, size },
      annotations: {
        ...manifest.annotations,
        'org.opencontainers.image.created': seconds(move.at),
      },
    });
  }
  repository.deleteManifest(move.from);
}

/** Changes one byte of the signature in every bundle of a manifest. */
export function alterSignature(repository: Repository, subject: string): void {
  for (const referrer of repository.referrers(subject)) {
    const manifest = repository.manifest(referrer.digest);
    const [layer] = manifest.layers ?? [];
    const bundle = JSON.parse(String(repository.blobs.get(layer.digest)));
    const [signature] = bundle.dsseEnvelope.signatures;
    const bytes = Buffer.from(signature.sig, 'base64');
    bytes[bytes.length - 1] ^= 0x01;
    signature.sig = bytes.toString('base64');
    const altered = Buffer.from(JSON.stringify(bundle));
    repository.putBlob(altered);
    put(repository, referrer.digest, {
      ...manifest,
      layers: [
        { ...layer, digest: sha256Digest(altered), size: altered.length },
      ],
    });
  }
}

function put(repository: Repository, replaced: string, manifest: object): void {
  const { mediaType } = repository.descriptor(replaced);
  repository.deleteManifest(replaced);
  repository.putManifest(Buffer.from(JSON.stringify(manifest)), mediaType);
}

function seconds(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z');
}
