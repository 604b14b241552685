import type { LegacyVersion, PublishedVersion } from '../types';
import { listed, verb } from '../words';
import type { VersionMatch } from './types';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * Holds the archive that the legacy index names against the chart layer of the manifest that the version's tag points at: the
 * manifest's own digest covers more than the archive and changes with every push.
 */
export function compareBytes(
  published: readonly PublishedVersion[],
  entries: readonly LegacyVersion[],
): Pick<VersionMatch, 'bytes' | 'note'> {
  if (published.length === 0 || entries.length === 0) {
    return { bytes: null, note: republished(published) };
  }
  const inIndex = distinct(entries.map(({ digest }) => digest));
  const [legacy] = inIndex;
  const layer = published[0].chartLayerDigest;
  if (inIndex.length > 1) {
    return unverifiable(
      `The legacy index lists it ${entries.length} times, with different digests.`,
    );
  }
  if (legacy === null || !DIGEST.test(legacy)) {
    return unverifiable('The legacy index names no digest for it.');
  }
  if (layer === null) {
    return unverifiable('Its chart archive in the registry could not be read.');
  }
  if (legacy === layer) {
    return { bytes: 'same', note: republished(published) };
  }
  const before = published.some(one => one.chartLayerDigest === legacy);
  return {
    bytes: 'differs',
    note: before
      ? 'The registry had the same bytes once, and the version was published again with others.'
      : 'The registry has other bytes than the legacy index names.',
  };
}

function unverifiable(note: string): Pick<VersionMatch, 'bytes' | 'note'> {
  return { bytes: 'unverifiable', note };
}

/** Several manifests with one archive are a re-push, which changes nothing. */
function republished(published: readonly PublishedVersion[]): string | null {
  const archives = distinct(
    published.flatMap(({ chartLayerDigest: layer }) => layer ?? []),
  );
  if (archives.length < 2) {
    return null;
  }
  const others = archives.slice(1).map(one => `${one.slice(7, 19)}…`);
  return `It was published ${
    archives.length
  } times with different bytes: the other ${verb(
    others.length,
    'archive is',
    'archives are',
  )} ${listed(others)}.`;
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
