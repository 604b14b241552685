import type { Registry } from '../registry/registryHandler.ts';
import { sha256Digest } from '../registry/digest.ts';
import type { Target } from './envelopes.ts';
import type { Holders } from './holders.ts';
import type { NotationCli } from './NotationCli.ts';

/** Everything that a signature is made with. */
export interface Ground {
  notation: NotationCli;
  registry: Registry;
  /** `127.0.0.1:<port>` */
  host: string;
  holders: Holders;
  /** Of the timestamp authority. */
  timestamps: { url: string; root: string };
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const SIGNATURE = 'application/vnd.cncf.notary.signature';
const EMPTY = Buffer.from('{}');

/** A chart's manifest; nothing it names is ever asked for. */
function chartBytes(name: string): Buffer {
  return Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: {
        mediaType: 'application/vnd.cncf.helm.config.v1+json',
        digest: sha256Digest(EMPTY),
        size: EMPTY.length,
      },
      layers: [],
      annotations: { 'org.opencontainers.image.title': name },
    }),
  );
}

/** Puts a chart into a repository and tells what there is to sign. */
export function publish(
  { registry }: Ground,
  repository: string,
  chart = 'sample',
): Target {
  const bytes = chartBytes(chart);
  const digest = registry.repository(repository).putManifest(bytes, MANIFEST);
  return { mediaType: MANIFEST, digest, size: bytes.length };
}

/** Attaches an envelope as Notation does. */
export function attach(
  { registry }: Ground,
  repository: string,
  subject: Target,
  mediaType: string,
  envelope: Buffer,
): void {
  const to = registry.repository(repository);
  const descriptor = (type: string, bytes: Buffer) => ({
    mediaType: type,
    digest: to.putBlob(bytes),
    size: bytes.length,
  });
  to.putManifest(
    Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: MANIFEST,
        config: descriptor(SIGNATURE, EMPTY),
        layers: [descriptor(mediaType, envelope)],
        subject,
      }),
    ),
    MANIFEST,
  );
}

/** The envelope of the signature that was attached. */
export function envelopeIn({ registry }: Ground, repository: string): Buffer {
  const from = registry.repository(repository);
  const signatures = [...from.manifests.values()].filter(
    ({ manifest }) => manifest.subject,
  );
  const [layer] = signatures[0]?.manifest.layers ?? [];
  const bytes = from.blobs.get(layer?.digest ?? '');
  if (signatures.length !== 1 || !bytes) {
    throw new Error(`there is no signature in ${repository}`);
  }
  return bytes;
}
