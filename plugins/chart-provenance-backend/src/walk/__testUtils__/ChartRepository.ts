import { Descriptor, digestOf, MemoryStore } from 'chart-provenance-oras';

const HELM = 'application/vnd.cncf.helm';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const EMPTY = 'application/vnd.oci.empty.v1+json';
export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
export const COSIGN_SIGN = 'https://sigstore.dev/cosign/sign/v1';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** One repository as `helm push` and cosign would fill it. */
export class ChartRepository {
  readonly store = new MemoryStore();
  /** Digests of chart archives, which no walk may fetch. */
  readonly archives: string[] = [];

  async put(mediaType: string, bytes: Uint8Array): Promise<Descriptor> {
    const digest = digestOf(bytes);
    const descriptor = { mediaType, digest, size: bytes.length };
    await this.store.push(descriptor, bytes);
    return descriptor;
  }

  async putJson(mediaType: string, value: unknown): Promise<Descriptor> {
    return this.put(mediaType, utf8(JSON.stringify(value)));
  }

  /** Pushes a chart under its version's tag, or under `tag`. */
  async chart(
    version: string,
    options: { tag?: string | null; config?: unknown } = {},
  ): Promise<Descriptor> {
    const layer = await this.put(
      `${HELM}.chart.content.v1.tar+gzip`,
      utf8(`archive of ${version}`),
    );
    this.archives.push(layer.digest);
    const config = await this.putJson(
      `${HELM}.config.v1+json`,
      options.config ?? { name: 'payments', version, apiVersion: 'v2' },
    );
    const manifest = await this.putJson(MANIFEST, {
      schemaVersion: 2,
      config,
      layers: [layer],
      annotations: {
        'org.opencontainers.image.created': '2026-10-01T12:00:00+02:00',
      },
    });
    const { tag = version.replace('+', '_') } = options;
    if (tag !== null) {
      await this.store.tag(manifest, tag);
    }
    return manifest;
  }

  /** Pushes an index under a tag. */
  async index(tag: string, manifests: Descriptor[]): Promise<Descriptor> {
    const index = await this.putJson(INDEX, { schemaVersion: 2, manifests });
    await this.store.tag(index, tag);
    return index;
  }

  /** Attaches an artifact of one layer. */
  async attach(
    subject: Descriptor,
    layer: Descriptor,
    annotations?: Record<string, string>,
  ): Promise<Descriptor> {
    return this.putJson(MANIFEST, {
      schemaVersion: 2,
      mediaType: MANIFEST,
      // What some versions of cosign write; nothing may depend on it.
      artifactType: EMPTY,
      config: await this.putJson(EMPTY, {}),
      layers: [layer],
      subject,
      annotations,
    });
  }

  /** Attaches a bundle; its signature is never checked by a walk. */
  async attachBundle(
    subject: Descriptor,
    predicateType = COSIGN_SIGN,
    padding = '',
  ): Promise<Descriptor> {
    const bundle = bundleFor(subject.digest, predicateType, padding);
    return this.attach(subject, await this.putJson(BUNDLE, bundle), {
      'dev.sigstore.bundle.predicateType': 'https://example.org/lie',
    });
  }
}

function bundleFor(digest: string, predicateType: string, padding: string) {
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ digest: { sha256: digest.slice('sha256:'.length) } }],
    predicateType,
    predicate: { padding },
  };
  return {
    mediaType: BUNDLE,
    verificationMaterial: { publicKey: { hint: '' }, tlogEntries: [] },
    dsseEnvelope: {
      payloadType: 'application/vnd.in-toto+json',
      payload: Buffer.from(JSON.stringify(statement)).toString('base64'),
      signatures: [{ sig: 'MEUCIQ==' }],
    },
  };
}
