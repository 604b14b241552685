import { createHash } from 'node:crypto';
import { Descriptor, MemoryStore, parseDigest } from 'chart-provenance-oras';

/** The repository of every test. */
export const REPOSITORY = 'acme/charts/payments';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const EMPTY = content('application/vnd.oci.empty.v1+json', '{}');

/** A chart as far as the doctor looks. */
export const CHART = manifest({});
const SIGNATURE = manifest({ subject: CHART.descriptor, artifactType: 'sig' });

/** Everything there is, in the order it is to be pushed. */
export const contents = [EMPTY, CHART, SIGNATURE];

/** A chart with one thing attached, tagged `1.0.0`. */
export async function seed(store: MemoryStore): Promise<void> {
  for (const { descriptor, bytes } of contents) {
    await store.push(descriptor, bytes);
  }
  await store.tag(CHART.descriptor, '1.0.0');
}

function manifest(fields: { subject?: Descriptor; artifactType?: string }) {
  return content(
    MANIFEST,
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: EMPTY.descriptor,
      layers: [EMPTY.descriptor],
      ...fields,
    }),
  );
}

function content(mediaType: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  const digest = parseDigest(
    `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
  );
  return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
}
