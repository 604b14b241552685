import type { Repository } from '../registry/repository.ts';

/** A repository as JSON, without chart archives. */
export interface Snapshot {
  tags: Record<string, string>;
  /** By digest. */
  manifests: Record<string, { mediaType: string; text: string }>;
  /** Text by digest. */
  blobs: Record<string, string>;
}

const GZIP = Buffer.of(0x1f, 0x8b);

export function snapshotOf({ tags, manifests, blobs }: Repository): Snapshot {
  const texts = [...blobs].filter(
    ([, bytes]) => !bytes.subarray(0, 2).equals(GZIP),
  );
  return {
    tags: sorted([...tags]),
    manifests: sorted(
      [...manifests].map(([digest, { mediaType, bytes }]) => [
        digest,
        { mediaType, text: bytes.toString('utf8') },
      ]),
    ),
    blobs: sorted(
      texts.map(([digest, bytes]) => [digest, bytes.toString('utf8')]),
    ),
  };
}

function sorted<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
