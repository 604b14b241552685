import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryStore } from 'chart-provenance-oras';
import { z } from 'zod';
import { digestSchema } from '../evidence';
import { TrustInput } from '../verification';

const snapshotSchema = z.object({
  tags: z.record(z.string(), digestSchema),
  manifests: z.record(
    z.string(),
    z.object({ mediaType: z.string(), text: z.string() }),
  ),
  blobs: z.record(z.string(), z.string()),
});
const fixturesSchema = z.object({
  keys: z.record(z.string(), z.string()),
  trustedRoot: z.unknown(),
  repositories: z.record(z.string(), snapshotSchema),
});

/** What cosign 2.6.4 wrote; made by `packages/interop/src/fixtures-legacy`. */
const fixtures = fixturesSchema.parse(
  JSON.parse(
    readFileSync(join(__dirname, '../__fixtures__/cosign2.json'), 'utf8'),
  ),
);

/** The keys, the root, and the root without a need for a log: cosign 2 can sign with a timestamp alone. */
export function cosign2Trust(): TrustInput {
  const { keys, trustedRoot } = fixtures;
  return {
    roots: [
      { id: 'logged', type: 'file', trustedRoot },
      { id: 'timed', type: 'file', trustedRoot, thresholds: { tlog: 0 } },
    ],
    keys: Object.entries(keys).map(([id, pem]) => ({ id, pem })),
    keyrings: [],
    stores: [],
  };
}

/** Digest a tag of the fixtures points at. */
export function taggedBy2(name: string, tag = '1.0.0') {
  return fixtures.repositories[`acme/${name}`].tags[tag];
}

/** Manifests with cosign's signature layers: those the tag pointed at before are still there. */
export function signatureManifests(name: string) {
  const { manifests } = fixtures.repositories[`acme/${name}`];
  return Object.entries(manifests)
    .filter(([, { text }]) => text.includes('simplesigning'))
    .map(([digest, { text }]) => ({
      digest,
      layers: text.split('vnd.dev.cosign.simplesigning').length - 1,
    }));
}

/** A repository of the fixtures, without chart archives. */
export async function cosign2Repository(name: string): Promise<MemoryStore> {
  const { tags, manifests, blobs } = fixtures.repositories[`acme/${name}`];
  const store = new MemoryStore();
  const push = async (digest: string, mediaType: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    const descriptor = {
      ...{ mediaType, size: bytes.length },
      digest: digestSchema.parse(digest),
    };
    await store.push(descriptor, bytes);
  };
  for (const [digest, text] of Object.entries(blobs)) {
    await push(digest, 'application/octet-stream', text);
  }
  for (const [digest, { mediaType, text }] of Object.entries(manifests)) {
    await push(digest, mediaType, text);
  }
  for (const [tag, digest] of Object.entries(tags)) {
    await store.tag(await store.resolve(digest), tag);
  }
  return store;
}
